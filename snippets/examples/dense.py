def dense(inputs, units):
    return inputs * units + units

print(dense(784, 32))
#> 25120
print(dense(32, 10))
#> 330
