# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers

x = np.ones((4, 2))
zeros_and_ones = np.array([0, 1, 1, 0])


def yes_or_no(loss="binary_crossentropy"):
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(loss=loss)
    return model


# --8<-- [end:setup]

# --8<-- [start:to-categorical]
try:
    keras.utils.to_categorical([1, 2, 3], num_classes=3)
except IndexError as error:
    print("IndexError:", error)

print(keras.utils.to_categorical([0, 1, 2], num_classes=3))
# --8<-- [end:to-categorical]

# --8<-- [start:text-labels]
animals = np.array(["cat", "dog", "dog", "cat"])
try:
    yes_or_no().fit(x, animals, verbose=0)
except ValueError as error:
    print("ValueError:", error)

names, numbers = np.unique(animals, return_inverse=True)
history = yes_or_no().fit(x, numbers, verbose=0)
print(names, numbers)
# --8<-- [end:text-labels]

# --8<-- [start:loss-call]
try:
    yes_or_no(loss=keras.losses.binary_crossentropy())
except TypeError as error:
    print("TypeError:", error)

history = yes_or_no(loss=keras.losses.binary_crossentropy).fit(
    x, zeros_and_ones, verbose=0
)
print(list(history.history))
# --8<-- [end:loss-call]

# --8<-- [start:loss-name]
try:
    keras.losses.get("cosine_proximity")
except ValueError as error:
    print("ValueError:", error)

print(keras.losses.get("cosine_similarity").__name__)
# --8<-- [end:loss-name]

# --8<-- [start:class-weight]
rare = np.array([0, 0, 0, 1])
try:
    yes_or_no().fit(x, rare, class_weight="balanced", verbose=0)
except AttributeError as error:
    print("AttributeError:", error)

counts = np.bincount(rare)
weights = {
    number: float(len(rare) / (len(counts) * count))
    for number, count in enumerate(counts)
}
print({number: round(w, 2) for number, w in weights.items()})
history = yes_or_no().fit(x, rare, class_weight=weights, verbose=0)
# --8<-- [end:class-weight]

# --8<-- [start:both-weights]
by_class, by_sample = (
    {0: 1.0, 1: 3.0},
    np.array([1.0, 1.0, 2.0, 2.0]),
)
try:
    yes_or_no().fit(
        x,
        zeros_and_ones,
        class_weight=by_class,
        sample_weight=by_sample,
        verbose=0,
    )
except ValueError as error:
    print("ValueError:", error)

both = by_sample * [by_class[label] for label in zeros_and_ones]
print(both)
history = yes_or_no().fit(
    x, zeros_and_ones, sample_weight=both, verbose=0
)
# --8<-- [end:both-weights]
