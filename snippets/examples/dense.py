inputs, units = 784, 32
print(inputs * units + units)
#> 25120
