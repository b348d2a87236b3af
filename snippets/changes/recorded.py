# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model

print(keras.__version__)
x, y = np.ones((4, 2)), np.ones((4, 1))
inputs = Input(shape=(2,))
outputs = Dense(1, activation="sigmoid")(inputs)
model = Model(inputs, outputs)
keys = {}
for metric in ["acc", "accuracy", "mae", "mse"]:
    model.compile("sgd", "mse", metrics=[metric])
    history = model.fit(x, y, verbose=0).history
    keys[metric] = [key for key in history if key != "loss"]
    print(f"metrics=[{metric!r}]:", keys[metric])
