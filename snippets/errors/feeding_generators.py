# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import warnings

import keras
import numpy as np
from keras import layers

warnings.simplefilter("ignore")


def network():
    model = keras.Sequential(
        [keras.Input(shape=(2,)), layers.Dense(1)]
    )
    model.compile(loss="mse")
    return model


def batches():
    while True:
        yield np.ones((4, 2)), np.ones((4, 1))


# --8<-- [end:setup]

# --8<-- [start:generator-y]
try:
    network().fit(batches(), np.ones(4), verbose=0)
except ValueError as error:
    print("ValueError:", error)

history = network().fit(batches(), steps_per_epoch=3, verbose=0)
print(list(history.history))
# --8<-- [end:generator-y]


# --8<-- [start:generator-tuple]
def lists():
    while True:
        yield [np.zeros((1, 2)), np.zeros((1, 1))]


try:
    network().fit(lists(), steps_per_epoch=3, verbose=0)
except ValueError as error:
    print("ValueError:", error)

pairs = (tuple(batch) for batch in lists())
history = network().fit(pairs, steps_per_epoch=3, verbose=0)
print(list(history.history))
# --8<-- [end:generator-tuple]

# --8<-- [start:generator-split]
try:
    network().fit(
        batches(),
        steps_per_epoch=3,
        validation_split=0.1,
        verbose=0,
    )
except ValueError as error:
    print("ValueError:", error)

history = network().fit(
    batches(),
    steps_per_epoch=3,
    validation_data=batches(),
    validation_steps=1,
    verbose=0,
)
print(sorted(history.history))
# --8<-- [end:generator-split]
