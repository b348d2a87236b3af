import keras
from keras.layers import Conv2D

model = keras.Sequential(
    [
        keras.Input(shape=(32, 32, 3)),
        Conv2D(32, kernel_size=3),
        Conv2D(16, kernel_size=(5, 1)),
    ]
)
for layer in model.layers:
    print(layer.name)
    print("  kernel:", tuple(layer.kernel.shape))
    print("  bias:  ", tuple(layer.bias.shape))
    print("  count: ", layer.count_params())
