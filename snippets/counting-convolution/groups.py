from keras.layers import Conv2D

for groups in (1, 2, 4, 8):
    layer = Conv2D(16, 3, groups=groups)
    layer.build((None, 28, 28, 8))
    shape = tuple(layer.kernel.shape)
    print(groups, shape, f"{layer.count_params():,}")

try:
    Conv2D(16, 3, groups=3)
except ValueError as error:
    refused = str(error)
    print(refused)
