# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers


def network():
    model = keras.Sequential(
        [keras.Input(shape=(2,)), layers.Dense(1)]
    )
    model.compile(loss="mse")
    return model


# --8<-- [end:setup]

# --8<-- [start:lists]
rows, answers = [[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]
try:
    network().fit(rows, answers, verbose=0)
except ValueError as error:
    print("ValueError:", error)

history = network().fit(
    np.array(rows), np.array(answers), verbose=0
)
print(list(history.history))
# --8<-- [end:lists]

# --8<-- [start:cardinality]
try:
    network().fit(np.ones((4, 2)), np.ones((3, 1)), verbose=0)
except ValueError as error:
    print("ValueError:", error)
try:
    network().fit([np.ones(2), np.ones(2)], np.ones(3), verbose=0)
except ValueError as error:
    print("ValueError:", error)

history = network().fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
print(list(history.history))
# --8<-- [end:cardinality]

# --8<-- [start:object-array]
table = np.array([[1, "red"], [2, "blue"]], dtype=object)
try:
    network().fit(table, np.ones(2), verbose=0)
except ValueError as error:
    print("ValueError:", error)

names, colours = np.unique(
    table[:, 1].astype(str), return_inverse=True
)
numbers = np.column_stack([table[:, 0], colours]).astype("float32")
print(numbers, network().predict(numbers, verbose=0).shape)
# --8<-- [end:object-array]

# --8<-- [start:ragged]
sentences = [[4, 7], [2, 9, 5]]
try:
    np.array(sentences)
except ValueError as error:
    print("ValueError:", error)

print(keras.utils.pad_sequences(sentences))
# --8<-- [end:ragged]

# --8<-- [start:too-few]
one_sample = np.ones((1, 2)), np.ones((1, 1))
try:
    network().fit(*one_sample, validation_split=0.1, verbose=0)
except ValueError as error:
    print("ValueError:", error)

ten = np.ones((10, 2)), np.ones((10, 1))
history = network().fit(*ten, validation_split=0.1, verbose=0)
print(sorted(history.history))
# --8<-- [end:too-few]

# --8<-- [start:pad]
try:
    keras.utils.pad_sequences([4, 7, 2])
except ValueError as error:
    print("ValueError:", error)

print(keras.utils.pad_sequences([[4, 7, 2]], maxlen=4))
# --8<-- [end:pad]
