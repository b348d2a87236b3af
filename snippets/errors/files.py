# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import logging
import warnings
from pathlib import Path

import keras
import numpy as np
from keras import layers

logging.getLogger("absl").setLevel("ERROR")
warnings.simplefilter("ignore")


def network(*more):
    return keras.Sequential(
        [keras.Input(shape=(4,)), layers.Dense(3), *more]
    )


# --8<-- [end:setup]

# --8<-- [start:file-not-found]
network().save("model.keras")
Path("text.keras").write_text("not a model")
for name in ("missing.keras", "text.keras"):
    try:
        keras.saving.load_model(name)
    except ValueError as error:
        print("ValueError:", error)

print(Path("missing.keras").exists(), Path("text.keras").exists())
print(keras.saving.load_model("model.keras").count_params())
# --8<-- [end:file-not-found]

# --8<-- [start:no-config]
network().save_weights("only.weights.h5")
try:
    keras.saving.load_model("only.weights.h5")
except ValueError as error:
    print("ValueError:", error)

again = network()
again.load_weights("only.weights.h5")
print(again.count_params())
# --8<-- [end:no-config]

# --8<-- [start:not-h5]
Path("text.h5").write_text("not a model")
try:
    keras.saving.load_model("text.h5")
except OSError as error:
    print("OSError:", error)

network().save("model.h5")
print(keras.saving.load_model("model.h5").count_params())
# --8<-- [end:not-h5]


# --8<-- [start:unknown-function]
def my_loss(labels, outputs):
    return keras.ops.mean(keras.ops.square(labels - outputs))


model = network()
model.compile(loss=my_loss)
model.save("own_loss.keras")
try:
    keras.saving.load_model("own_loss.keras")
except TypeError as error:
    print("TypeError:", error)

own = {"my_loss": my_loss}
again = keras.saving.load_model(
    "own_loss.keras", custom_objects=own
)
print(again.loss.__name__)
# --8<-- [end:unknown-function]


# --8<-- [start:unknown-layer]
class Double(layers.Layer):
    def call(self, inputs):
        return 2 * inputs


network(Double()).save("own_layer.h5")
try:
    keras.saving.load_model("own_layer.h5")
except ValueError as error:
    print("ValueError:", error)

own = {"Double": Double}
again = keras.saving.load_model("own_layer.h5", custom_objects=own)
print(again.layers[-1].__class__.__name__)
# --8<-- [end:unknown-layer]


# --8<-- [start:get-config]
class Scale(layers.Layer):
    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = function

    def call(self, inputs):
        return self.function(inputs)


try:
    network(Scale(keras.ops.square)).save("scale.keras")
except NotImplementedError as error:
    print("NotImplementedError:", str(error).split("\n\n")[0])


class Scaled(Scale):
    def __init__(self, function, **kwargs):
        super().__init__(keras.activations.get(function), **kwargs)

    def get_config(self):
        name = keras.activations.serialize(self.function)
        return {**super().get_config(), "function": name}


network(Scaled("relu")).save("scale.keras")
own = {"Scaled": Scaled}
again = keras.saving.load_model("scale.keras", custom_objects=own)
print(again.layers[-1].function.__name__)
# --8<-- [end:get-config]

# --8<-- [start:not-loaded]
network().save_weights("small.weights.h5")
try:
    network(layers.Dense(2)).load_weights("small.weights.h5")
except ValueError as error:
    print("ValueError:", error)

larger = network(layers.Dense(2))
larger.load_weights("small.weights.h5", skip_mismatch=True)
print(larger.count_params())
# --8<-- [end:not-loaded]

# --8<-- [start:layer-count]
network().save("whole.h5")
try:
    network(layers.Dense(2)).load_weights("whole.h5")
except ValueError as error:
    print("ValueError:", error)

print(keras.saving.load_model("whole.h5").count_params())
# --8<-- [end:layer-count]

# --8<-- [start:not-built]
unbuilt = keras.Sequential([layers.Dense(3)])
try:
    unbuilt.load_weights("small.weights.h5")
except ValueError as error:
    print("ValueError:", error)

unbuilt.build((None, 4))
unbuilt.load_weights("small.weights.h5")
print(unbuilt.count_params())
# --8<-- [end:not-built]

# --8<-- [start:checkpoint-ending]
Checkpoint = keras.callbacks.ModelCheckpoint
for arguments in (
    {"filepath": "best.hdf5"},
    {"filepath": "best.keras", "save_weights_only": True},
):
    try:
        Checkpoint(**arguments)
    except ValueError as error:
        print("ValueError:", error)

print(Checkpoint("best.keras").filepath)
only = Checkpoint("best.weights.h5", save_weights_only=True)
print(only.filepath)
# --8<-- [end:checkpoint-ending]

# --8<-- [start:checkpoint-name]
model = network()
model.compile(loss="mse")
data, answers = np.ones((8, 4)), np.ones((8, 3))
by_loss = keras.callbacks.ModelCheckpoint("{val_loss:.2f}.keras")
try:
    model.fit(data, answers, callbacks=[by_loss], verbose=0)
except KeyError as error:
    print("KeyError:", error)

model.fit(
    data,
    answers,
    validation_split=0.25,
    callbacks=[by_loss],
    verbose=0,
)
print(len(list(Path().glob("?.??.keras"))))
# --8<-- [end:checkpoint-name]

# --8<-- [start:no-folder]
try:
    network().save("runs/first/model.keras")
except FileNotFoundError as error:
    print("FileNotFoundError:", error)

Path("runs/first").mkdir(parents=True, exist_ok=True)
network().save("runs/first/model.keras")
print(Path("runs/first/model.keras").exists())
# --8<-- [end:no-folder]
