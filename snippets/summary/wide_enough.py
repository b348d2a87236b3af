import os

import keras
from keras.layers import Activation, Dense

os.environ["COLUMNS"] = "100"

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))
model.summary(line_length=84)
