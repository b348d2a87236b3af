# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
import keras
import numpy as np
from keras.layers import Dense

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ],
)
data = np.random.default_rng(0).random((100, 784), dtype="float32")

probabilities = model.predict(data, verbose=0)
called = model(data)
called_array = keras.ops.convert_to_numpy(called)
gap = np.abs(probabilities - called_array).max()
sums = probabilities.sum(axis=1)
digits = probabilities.argmax(axis=1)

name = type(probabilities).__name__
print("predict:", name, probabilities.shape)
is_array = isinstance(called, np.ndarray)
print("is an array:", is_array, tuple(called.shape))
print("largest difference is tiny:", gap < 0.00001)
print("every row sums to one:", np.allclose(sums, 1))
print("digits:", digits.shape)
