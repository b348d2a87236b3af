# --8<-- [start:hand]
import keras
import numpy as np

probs = np.array(
    [
        [0.7, 0.2, 0.1],
        [0.1, 0.6, 0.3],
        [0.2, 0.7, 0.1],
    ],
    dtype="float32",
)
labels = np.array([0, 1, 2])

right = probs[[0, 1, 2], labels]
surprises = -np.log(right)
by_hand = float(surprises.mean())
print("of the right class:", right)
print("surprises:         ", np.round(surprises, 3))
print("their mean:        ", round(by_hand, 3))
# --8<-- [end:hand]

# --8<-- [start:keras]
sparse = keras.losses.SparseCategoricalCrossentropy()
categorical = keras.losses.CategoricalCrossentropy()
one_hot = keras.utils.to_categorical(labels, 3)

from_integers = float(sparse(labels, probs))
from_one_hot = float(categorical(one_hot, probs))
print("integer labels:", round(from_integers, 3))
print("one-hot labels:", round(from_one_hot, 3))
# --8<-- [end:keras]
