import keras
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
layer = Dense(64, activation="relu")
print("weights before the call:", len(layer.weights))
x = layer(inputs)
print("weights after the call: ", len(layer.weights))
print(type(inputs).__name__, inputs.shape, inputs.dtype)
print(type(x).__name__, x.shape, x.dtype)
