import keras
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32, use_bias=False)]
)
layer = model.layers[0]
print([tuple(weight.shape) for weight in layer.weights])
print(layer.count_params())
print(layer.bias)
