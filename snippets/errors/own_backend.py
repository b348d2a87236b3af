# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "The backend says what it cannot do"
# now-torch = "The backend says what it cannot do, and tries the layer on numbers"
# ///

# --8<-- [start:no-return]
import keras
from keras import layers, ops


def try_out(layer):
    inputs = keras.Input(shape=(4,), name="inputs")
    try:
        return layers.Dense(3)(layer(inputs)).shape
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line]
        told = [line for line in lines if "infer the" not in line]
        told = [line for line in told if "Exception" not in line]
        return type(error).__name__ + ": " + told[0]


class Silent(layers.Layer):
    def call(self, inputs):
        ops.square(inputs)


class Telling(layers.Layer):
    def call(self, inputs):
        return ops.square(inputs)


print(try_out(Silent()))
print(try_out(Telling()))
# --8<-- [end:no-return]


# --8<-- [start:branch]
class Branch(layers.Layer):
    def call(self, inputs):
        if ops.sum(inputs) > 0:
            return inputs
        return -inputs


class Where(layers.Layer):
    def call(self, inputs):
        positive = ops.sum(inputs, axis=1, keepdims=True) > 0
        return ops.where(positive, inputs, -inputs)


print(try_out(Branch()))
print(try_out(Where()))
# --8<-- [end:branch]


# --8<-- [start:no-call]
inputs = keras.Input(shape=(4,), name="inputs")


class Wordy(layers.Layer):
    def forward(self, inputs):
        return 2 * inputs


try:
    print(Wordy()(inputs).shape)
except NotImplementedError as error:
    print("NotImplementedError:", error)


class Plain(layers.Layer):
    def call(self, inputs):
        return 2 * inputs


print(Plain()(inputs).shape)
# --8<-- [end:no-call]
