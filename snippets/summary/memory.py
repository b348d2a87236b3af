import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))

size = 0
for weight in model.weights:
    array = keras.ops.convert_to_numpy(weight)
    print(weight.path, array.dtype, array.size, "x", array.itemsize)
    size += array.nbytes
print(size, "bytes =", round(size / 1024, 2), "KB")
