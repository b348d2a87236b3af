from keras.layers import Conv2D, DepthwiseConv2D, SeparableConv2D

full = Conv2D(64, 3)
split = SeparableConv2D(64, 3)
depth = DepthwiseConv2D(3)
double = DepthwiseConv2D(3, depth_multiplier=2)
point = Conv2D(64, 1)

for layer in (full, split, depth, double, point):
    layer.build((None, 28, 28, 32))
    shapes = [tuple(weight.shape) for weight in layer.weights]
    print(f"{type(layer).__name__:16}{layer.count_params():7,}")
    print("  ", shapes)
