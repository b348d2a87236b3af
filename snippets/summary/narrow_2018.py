# /// script
# [tool.proof]
# lanes = ["then"]
# ///
from keras.layers import Activation, Dense
from keras.models import Sequential

model = Sequential()
model.add(Dense(units=32, input_shape=(784,)))
model.add(Activation(activation="relu"))
model.add(Dense(units=10))
model.add(Activation(activation="softmax"))
model.summary(line_length=40)
