import keras
import numpy as np
from keras.layers import Dense

layer = Dense(2, kernel_initializer="ones")
sample = np.array([[1.0, 2.0, 3.0]])

first = keras.ops.convert_to_numpy(layer(sample))
second = keras.ops.convert_to_numpy(layer(sample))
print(first)
print("the same again:", np.array_equal(first, second))
