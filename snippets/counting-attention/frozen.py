# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import BatchNormalization, Dense

model = keras.Sequential(
    [keras.Input(shape=(4,)), BatchNormalization(), Dense(4)]
)
model.compile(optimizer="sgd", loss="mse")
layer = model.layers[0]
x = np.random.default_rng(0).normal(3, 1, (256, 4))


def moved():
    before = layer.get_weights()
    model.fit(x, x, verbose=0)
    return [
        weight.name
        for weight, old, new in zip(
            layer.weights, before, layer.get_weights()
        )
        if not np.array_equal(old, new)
    ]


usual = moved()
print("moved:        ", usual)
layer.trainable = False
model.compile(optimizer="sgd", loss="mse")
frozen = moved()
print("frozen, moved:", frozen)
