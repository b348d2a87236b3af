parameters, bytes_each, kilobyte = 25_450, 4, 1024

print(parameters * bytes_each)
#> 101800
print(round(parameters * bytes_each / kilobyte, 2))
#> 99.41
