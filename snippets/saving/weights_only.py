import keras
import numpy as np
from keras import layers


def build(units=8, activation="relu", name=None):
    hidden = layers.Dense(units, activation=activation, name=name)
    return keras.Sequential(
        [keras.Input(shape=(4,)), hidden, layers.Dense(3)]
    )


model = build()
model.save_weights("model.weights.h5")


def tried(other):
    try:
        other.load_weights("model.weights.h5")
    except ValueError as error:
        return str(error).split(". ")[0]
    pairs = zip(model.get_weights(), other.get_weights())
    return all(
        np.array_equal(ours, theirs) for ours, theirs in pairs
    )


answers = {
    "same layers": tried(build()),
    "other name": tried(build(name="hidden")),
    "other activation": tried(build(activation="tanh")),
    "more units": tried(build(units=16)),
    "not built": tried(keras.Sequential([layers.Dense(3)])),
}
for case, answer in answers.items():
    print(f"{case}: {answer}")
