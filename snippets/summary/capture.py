import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))

pieces = []
model.summary(line_length=60, print_fn=pieces.append)
text = "".join(pieces)
lines = text.splitlines()

print("calls of print_fn:", len(pieces))
print("lines:", len(lines))
print("longest line:", max(len(line) for line in lines))
print("first line:", lines[0])
print("last line:", lines[-1])
