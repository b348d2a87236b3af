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


# --8<-- [start:super]
class Hasty(layers.Layer):
    def __init__(self):
        self.factor = 2.0

    def call(self, inputs):
        return self.factor * inputs


try:
    Hasty()(inputs)
except RuntimeError as error:
    print("RuntimeError:", error)


class Calm(layers.Layer):
    def __init__(self):
        super().__init__()
        self.factor = 2.0

    def call(self, inputs):
        return self.factor * inputs


print(Calm()(inputs).shape)
# --8<-- [end:super]


# --8<-- [start:weight-name]
class Old(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(
            "kernel", (input_shape[-1], 3)
        )

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)


try:
    Old()(inputs)
except ValueError as error:
    print("ValueError:", error)


class New(Old):
    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], 3), name="kernel"
        )


print(New()(inputs).shape)
# --8<-- [end:weight-name]


# --8<-- [start:after-build]
class Late(layers.Layer):
    def call(self, inputs):
        self.dense = layers.Dense(3)
        return self.dense(inputs)


try:
    Late()(inputs)
except ValueError as error:
    print("ValueError:", error)


class Early(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, inputs):
        return self.dense(inputs)


print(Early()(inputs).shape)
# --8<-- [end:after-build]


# --8<-- [start:keyword]
class Closed(layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor


try:
    Closed(2.0, name="twice")
except TypeError as error:
    print("TypeError:", error)


class Open(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor


print(Open(2.0, name="twice").name)
try:
    Open(2.0, scale=3.0)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:keyword]


# --8<-- [start:no-setter]
class Grabby(layers.Layer):
    def __init__(self, size):
        super().__init__()
        self.input = size


try:
    Grabby(4)
except AttributeError as error:
    print("AttributeError:", error)


class Modest(layers.Layer):
    def __init__(self, size):
        super().__init__()
        self.size = size


print(Modest(4).size)
# --8<-- [end:no-setter]


# --8<-- [start:reserved]
class Stack(keras.Model):
    def __init__(self):
        super().__init__()
        self.layers = [layers.Dense(8), layers.Dense(3)]


try:
    Stack()
except AttributeError as error:
    print("AttributeError:", error)


class Steps(keras.Model):
    def __init__(self):
        super().__init__()
        self.steps = [layers.Dense(8), layers.Dense(3)]

    def call(self, inputs):
        for step in self.steps:
            inputs = step(inputs)
        return inputs


model = Steps()
print(tuple(model(np.ones((2, 4))).shape), len(model.layers))
# --8<-- [end:reserved]


# --8<-- [start:call-argument]
class Fixed(layers.Layer):
    def call(self, inputs):
        return inputs


try:
    Fixed()(inputs, scale=2.0)
except TypeError as error:
    print("TypeError:", error)


class Scaled(layers.Layer):
    def call(self, inputs, scale=1.0):
        return scale * inputs


print(Scaled()(inputs, scale=2.0).shape)
print(Fixed()(inputs, training=True).shape)
# --8<-- [end:call-argument]
