# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(8,))
main = Dense(1, name="main")(inputs)
aux = Dense(1, name="aux")(inputs)
model = keras.Model(inputs=inputs, outputs=[main, aux])
data = np.ones((4, 8))
answers = [np.ones((4, 1)), np.ones((4, 1))]


def try_fit(**options):
    model.compile(**options)
    try:
        model.fit(data, answers, verbose=0)
    except (KeyError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


right = {"main": "mse", "aux": "mse"}
try_fit(loss={"mian": "mse", "aux": "mse"})
try_fit(loss={"aux": "mse"})
try_fit(loss=right, loss_weights={"mian": 1.0, "aux": 0.2})
