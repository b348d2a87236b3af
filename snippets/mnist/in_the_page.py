# /// script
# [tool.proof]
# data = ["mnist"]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
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
model.set_weights(
    [part.reshape(shape) for part, shape in zip(parts, shapes)]
)

_, (x_test, y_test) = mnist.load_data()
probs = model.predict(x_test.reshape(-1, 784) / 255, verbose=0)
right = probs.argmax(axis=1) == y_test
print(right.sum(), "of", len(right), "right")

firsts = [np.argmax(y_test == label) for label in range(10)]
x_test[firsts].tofile("digits.bin")
print("answers:", probs[firsts].argmax(axis=1))
# --8<-- [end:read]

# --8<-- [start:calibration]
highest = probs.max(axis=1)
edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9]
rows = []
print("highest     pictures   mean  right")
for low, high in zip(edges, [*edges[1:], 1]):
    some = (low < highest) & (highest <= high)
    mean, share = highest[some].mean(), right[some].mean()
    rows.append((some.sum(), mean, share))
    span = f"{low:.1f} – {high:.1f}"
    print(f"{span} {some.sum():10}  {mean:.1%}  {share:.1%}")
# --8<-- [end:calibration]

# --8<-- [start:digits]
answers = probs.argmax(axis=1)
table = {}
print("digit   right  most often taken for")
for digit in range(10):
    counts = np.bincount(answers[y_test == digit], minlength=10)
    share = counts[digit] / counts.sum()
    counts[digit] = 0
    other, times = counts.argmax(), counts.max()
    table[digit] = share, other, times
    print(f"{digit:5}   {share:.1%}  {other}, {times} times")
# --8<-- [end:digits]
