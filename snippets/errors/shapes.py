# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers

# --8<-- [end:setup]
# --8<-- [start:last-axis]
dense = layers.Dense(3)
dense(np.ones((2, 4)))

five_columns = np.ones((2, 5))
try:
    dense(five_columns)
except ValueError as error:
    print("ValueError:", error)

print(tuple(dense(five_columns[:, :4]).shape))
# --8<-- [end:last-axis]

# --8<-- [start:min-ndim]
images = np.ones((2, 28, 28))
convolution = layers.Conv2D(8, 3)
try:
    convolution(images)
except ValueError as error:
    print("ValueError:", error)

with_channel = np.expand_dims(images, -1)
print(tuple(convolution(with_channel).shape))
# --8<-- [end:min-ndim]

# --8<-- [start:ndim]
try:
    keras.Sequential(
        [
            keras.Input(shape=(10, 4)),
            layers.LSTM(8, name="first"),
            layers.LSTM(8, name="second"),
        ]
    )
except ValueError as error:
    print("ValueError:", error)

stacked = keras.Sequential(
    [
        keras.Input(shape=(10, 4)),
        layers.LSTM(8, return_sequences=True),
        layers.LSTM(8),
    ]
)
print(stacked.output_shape)
# --8<-- [end:ndim]

# --8<-- [start:too-small]
try:
    layers.Conv2D(8, 5)(keras.Input(shape=(3, 3, 1)))
except ValueError as error:
    print("ValueError:", error)

same = layers.Conv2D(8, 5, padding="same")
print(same(keras.Input(shape=(3, 3, 1))).shape)
# --8<-- [end:too-small]

# --8<-- [start:reshape]
numbers = keras.Input(shape=(8,), name="numbers")
try:
    layers.Reshape((3, 3))(numbers)
except ValueError as error:
    print("ValueError:", error)

print(layers.Reshape((2, -1))(numbers).shape)
# --8<-- [end:reshape]

# --8<-- [start:flatten-none]
any_size = keras.Input(shape=(None, None, 3))
try:
    layers.Dense(3, name="head")(layers.Flatten()(any_size))
except ValueError as error:
    print("ValueError:", error)

pooled = layers.GlobalAveragePooling2D()(any_size)
print(pooled.shape, layers.Dense(3)(pooled).shape)
# --8<-- [end:flatten-none]

# --8<-- [start:concatenate]
four_rows = keras.Input(shape=(4, 2))
three_rows = keras.Input(shape=(3, 2))
try:
    layers.Concatenate()([four_rows, three_rows])
except ValueError as error:
    print("ValueError:", error)

along_rows = layers.Concatenate(axis=1)
print(along_rows([four_rows, three_rows]).shape)
# --8<-- [end:concatenate]

# --8<-- [start:add]
left, right = keras.Input(shape=(4,)), keras.Input(shape=(3,))
try:
    layers.Add()([left, right])
except ValueError as error:
    print("ValueError:", error)

print(layers.Add()([left, layers.Dense(4)(right)]).shape)
# --8<-- [end:add]

# --8<-- [start:merge-list]
one, two = keras.Input(shape=(4,)), keras.Input(shape=(4,))
try:
    layers.Add()(one)
except ValueError as error:
    print("ValueError:", error)

print(layers.Add()([one, two]).shape)
# --8<-- [end:merge-list]

# --8<-- [start:broadcast]
try:
    left + right
except ValueError as error:
    print("ValueError:", error)

print((left[:, :3] + right).shape)
# --8<-- [end:broadcast]

# --8<-- [start:to-shape]
try:
    keras.Input(shape=4)
except ValueError as error:
    print("ValueError:", error)

print(keras.Input(shape=(4,)).shape)
# --8<-- [end:to-shape]

# --8<-- [start:set-weights]
layer = layers.Dense(3, name="layer")
layer.build((None, 4))
kernel, bias = np.ones((4, 3)), np.zeros(3)
try:
    layer.set_weights([kernel])
except ValueError as error:
    print("ValueError:", error)
try:
    layer.set_weights([kernel.T, bias])
except ValueError as error:
    print("ValueError:", error)

layer.set_weights([kernel, bias])
print(np.array_equal(layer.get_weights()[0], kernel))
# --8<-- [end:set-weights]
