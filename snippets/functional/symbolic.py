import keras
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
x = Dense(64, activation="relu")(inputs)
print(type(inputs).__name__, inputs.shape, inputs.dtype)
print(type(x).__name__, x.shape, x.dtype)
