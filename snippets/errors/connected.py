# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers, ops

inputs = keras.Input(shape=(4,), name="inputs")
# --8<-- [end:setup]

# --8<-- [start:only-layers]
hidden = layers.Dense(8)
try:
    keras.Sequential([inputs, hidden(inputs)])
except ValueError as error:
    print("ValueError:", str(error).split(" Received")[0])
try:
    keras.Sequential([inputs, layers.Flatten])
except ValueError as error:
    print("ValueError:", error)

model = keras.Sequential([inputs, hidden, layers.Flatten()])
print(model.output_shape)
# --8<-- [end:only-layers]

# --8<-- [start:must-be-tensors]
try:
    keras.Model(inputs, layers.Dense(3, name="last"))
except ValueError as error:
    print("ValueError:", error)

outputs = layers.Dense(3)(inputs)
print(keras.Model(inputs, outputs).output_shape)
# --8<-- [end:must-be-tensors]

# --8<-- [start:layer-as-input]
try:
    layers.Dense(3)(layers.Dense(8, name="before"))
except ValueError as error:
    print("ValueError:", error)

print(layers.Dense(3)(layers.Dense(8)(inputs)).shape)
# --8<-- [end:layer-as-input]

# --8<-- [start:wrong-parentheses]
try:
    layers.Dense(3, inputs)
except ValueError as error:
    print("ValueError:", error)

print(layers.Dense(3)(inputs).shape)
# --8<-- [end:wrong-parentheses]

# --8<-- [start:no-numbers]
try:
    np.square(inputs)
except ValueError as error:
    print("ValueError:", error)

model = keras.Model(inputs, ops.square(inputs))
print(model.predict(np.full((1, 4), 3.0), verbose=0))
# --8<-- [end:no-numbers]

# --8<-- [start:boolean]
try:
    if inputs > 0:
        outputs = inputs
except TypeError as error:
    print("TypeError:", error)

outputs = ops.where(inputs > 0, inputs, 0.0)
model = keras.Model(inputs, outputs)
print(model.predict(np.array([[1.0, -2.0, 3.0, -4.0]]), verbose=0))
# --8<-- [end:boolean]

# --8<-- [start:assignment]
try:
    inputs[:, 0] = 0
except TypeError as error:
    print("TypeError:", error)

zeroed = inputs * np.array([0.0, 1.0, 1.0, 1.0], dtype="float32")
model = keras.Model(inputs, zeroed)
print(model.predict(np.ones((1, 4)), verbose=0))
# --8<-- [end:assignment]

# --8<-- [start:iterating]
try:
    for column in inputs:
        print(column.shape)
except NotImplementedError as error:
    print("NotImplementedError:", error)

columns = [inputs[:, place] for place in range(inputs.shape[1])]
print(len(columns), columns[0].shape, inputs[:, :2].shape)
# --8<-- [end:iterating]

# --8<-- [start:same-name]
twice = layers.Dense(4, name="again")(inputs)
try:
    keras.Model(inputs, layers.Dense(4, name="again")(twice))
except ValueError as error:
    print("ValueError:", error)

layer = layers.Dense(4, name="once")
print(len(keras.Model(inputs, layer(layer(inputs))).layers))
# --8<-- [end:same-name]

# --8<-- [start:no-such-layer]
model = keras.Sequential([inputs, layers.Dense(3, name="scores")])
try:
    model.get_layer("dense_1")
except ValueError as error:
    print("ValueError:", error)

print(
    model.get_layer("scores").units, model.get_layer(index=0).units
)
# --8<-- [end:no-such-layer]

# --8<-- [start:second-input]
try:
    keras.Sequential([inputs, keras.Input(shape=(8,))], name="two")
except ValueError as error:
    print("ValueError:", error)

both = [inputs, keras.Input(shape=(8,))]
model = keras.Model(both, layers.Concatenate()(both))
print(model.output_shape)
# --8<-- [end:second-input]

# --8<-- [start:no-layers]
try:
    keras.Sequential(name="empty")(np.ones((2, 4)))
except ValueError as error:
    print("ValueError:", error)

filled = keras.Sequential(name="filled")
filled.add(layers.Dense(3))
print(tuple(filled(np.ones((2, 4))).shape))
# --8<-- [end:no-layers]
