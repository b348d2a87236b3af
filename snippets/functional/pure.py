# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense, Dropout

layer = Dense(2, kernel_initializer="ones")
sample = np.array([[1.0, 2.0, 3.0]])

first = keras.ops.convert_to_numpy(layer(sample))
second = keras.ops.convert_to_numpy(layer(sample))
print(first)
print("the same again:", np.array_equal(first, second))

drop = Dropout(0.5)
ones = np.ones((1, 100))
once = keras.ops.convert_to_numpy(drop(ones, training=True))
twice = keras.ops.convert_to_numpy(drop(ones, training=True))
print("Dropout in training:", np.array_equal(once, twice))
