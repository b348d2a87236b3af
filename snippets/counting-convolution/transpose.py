import keras
from keras.layers import Conv2D, Conv2DTranspose


def valid_transpose(size, side, strides=1):
    return size * strides + max(side - strides, 0)


model = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 8)),
        Conv2D(16, 3, strides=2, padding="same"),
        Conv2DTranspose(8, 3, strides=2, padding="same"),
    ]
)
down, up = model.layers
for layer in (down, up):
    print(type(layer).__name__, tuple(layer.output.shape))
    print("  kernel:", tuple(layer.kernel.shape))
    print("  count: ", layer.count_params())

edge = Conv2DTranspose(8, 3, strides=2)
print(edge.compute_output_shape((None, 14, 14, 16)))
print(valid_transpose(14, 3, strides=2))
