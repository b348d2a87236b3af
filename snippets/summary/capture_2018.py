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

pieces = []
model.summary(line_length=60, print_fn=pieces.append)
lines = "\n".join(pieces).splitlines()

print("calls of print_fn:", len(pieces))
print("lines:", len(lines))
print("longest line:", max(len(line) for line in lines))
