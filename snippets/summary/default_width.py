import os

import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))


def default_width(columns):
    os.environ["COLUMNS"] = str(columns)
    pieces = []
    model.summary(print_fn=pieces.append)
    return max(len(line) for line in "".join(pieces).splitlines())


for columns in (60, 80, 92, 120):
    print(columns, "columns ->", default_width(columns))
