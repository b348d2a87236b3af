import keras
import numpy as np
from keras.layers import Activation


def score(data, labels):
    labels = np.array(labels)
    data = np.array(data)
    model = keras.Sequential(
        [keras.Input(shape=data.shape[1:]), Activation("sigmoid")],
    )
    model.compile(
        loss="binary_crossentropy",
        metrics=["accuracy", "binary_accuracy"],
    )
    got = model.evaluate(data, labels, verbose=0, return_dict=True)
    return got["accuracy"], got["binary_accuracy"]


one = score([[2.0], [1.0], [-1.0], [-2.0]], [1, 0, 0, 0])
many = score(
    [[1.0, 2.0, -1.0], [-1.0, 1.0, 2.0]],
    [[1, 1, 0], [0, 1, 1]],
)
print("one output:      ", one)
print("several outputs: ", many)
