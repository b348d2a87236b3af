import keras
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
for layer in model.layers:
    print(layer.name)
    print("  kernel:", tuple(layer.kernel.shape))
    print("  bias:  ", tuple(layer.bias.shape))
    print("  count: ", layer.count_params())
