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
        return list(model.fit(data, answers, verbose=0).history)
    except ValueError as error:
        return f"ValueError: {error}"


one_loss = try_fit(loss="mse", loss_weights=[1.0, 0.2])
alone = try_fit(loss="mse")
two_losses = try_fit(loss=["mse", "mse"], loss_weights=[1.0, 0.2])
print(one_loss)
print(alone)
print(two_losses)
