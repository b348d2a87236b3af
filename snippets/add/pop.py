import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))
print(len(model.layers), model.count_params())

first = model.pop()
left = len(model.layers), model.count_params()
print("removed", first.name, "->", *left)
second = model.pop()
left = len(model.layers), model.count_params()
print("removed", second.name, "->", *left)
print("output now:", model.output_shape)
