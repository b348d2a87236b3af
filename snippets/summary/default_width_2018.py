# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import os

from keras.layers import Activation, Dense
from keras.models import Sequential

model = Sequential()
model.add(Dense(units=32, input_shape=(784,)))
model.add(Activation(activation="relu"))
model.add(Dense(units=10))
model.add(Activation(activation="softmax"))


def default_width(columns):
    os.environ["COLUMNS"] = str(columns)
    lines = []
    model.summary(print_fn=lines.append)
    return max(len(line) for line in lines)


for columns in (60, 80, 92, 120):
    print(columns, "columns ->", default_width(columns))
