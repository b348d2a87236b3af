import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
hidden = Dense(64, activation="relu")(inputs)
outputs = Dense(10, activation="softmax")(hidden)
model = keras.Model(inputs=inputs, outputs=outputs)
inside = keras.Model(inputs=inputs, outputs=hidden)

data = np.zeros((5, 784))
print(model.predict(data, verbose=0).shape)
print(inside.predict(data, verbose=0).shape)
print("the same layer object:", inside.layers[1] is model.layers[1])
