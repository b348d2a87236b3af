# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model

print(keras.__version__)
inputs = Input(shape=(500,))
spread = {}
for name, variance in {
    "glorot_uniform": 2 / (500 + 1000),
    "he_uniform": 2 / 500,
    "glorot_normal": 2 / (500 + 1000),
    "he_normal": 2 / 500,
    "lecun_normal": 1 / 500,
}.items():
    layer = Dense(1000, kernel_initializer=name)
    model = Model(inputs, layer(inputs))
    kernel = layer.get_weights()[0]
    share = np.std(kernel) / np.sqrt(variance)
    spread[name] = round(float(share), 2)
    print(f"{name:15}{spread[name]}")
