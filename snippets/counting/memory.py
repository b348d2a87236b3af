import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
weights = model.get_weights()

print({str(array.dtype) for array in weights})
size = sum(array.nbytes for array in weights)
print(size, "bytes")
print(round(size / 1024, 2), "KB")

each = np.dtype(weights[0].dtype).itemsize
print(each, "bytes a parameter")
