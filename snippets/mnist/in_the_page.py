# /// script
# [tool.proof]
# data = ["mnist"]
# products = ["digits.bin"]
# ///
from pathlib import Path

import keras
import numpy as np
from keras import layers
from keras.datasets import mnist

# --8<-- [start:read]
file = Path(__file__).with_name("mnist.now.network.bin")
numbers = np.fromfile(file, dtype="<f4")

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
shapes = [array.shape for array in model.get_weights()]
ends = np.cumsum([np.prod(shape) for shape in shapes])
parts = np.split(numbers, ends[:-1])
model.set_weights([part.reshape(shape) for part, shape in zip(parts, shapes)])
# --8<-- [end:read]

# --8<-- [start:score]
_, (x_test, y_test) = mnist.load_data()
shares = model.predict(x_test.reshape(-1, 784) / 255, verbose=0)
right = shares.argmax(axis=1) == y_test
print(right.sum(), "of", len(right), "right")
# --8<-- [end:score]

# --8<-- [start:samples]
firsts = [np.argmax(y_test == label) for label in range(10)]
x_test[firsts].tofile("digits.bin")
print("answers:", shares[firsts].argmax(axis=1))
# --8<-- [end:samples]
