import keras
from keras.layers import Concatenate, Dense

inputs = keras.Input(shape=(784,))
left = Dense(32, activation="relu")(inputs)
right = Dense(16, activation="tanh")(inputs)
both = Concatenate()([left, right])
outputs = Dense(10, activation="softmax")(both)

model = keras.Model(inputs, outputs)
model.summary()
