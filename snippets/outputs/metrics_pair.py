# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(8,))
main = Dense(3, activation="softmax", name="main")(inputs)
aux = Dense(1, name="aux")(inputs)
model = keras.Model(inputs=inputs, outputs=[main, aux])
data = np.ones((4, 8))
answers = [np.eye(4, 3), np.ones((4, 1))]


def recorded(metrics):
    model.compile(
        loss=["categorical_crossentropy", "mse"],
        metrics=metrics,
    )
    history = model.fit(data, answers, verbose=0).history
    return [name for name in history if "loss" not in name]


flat = recorded(["mae", "accuracy"])
nested = recorded([["mae", "accuracy"], ["mae"]])
print(flat)
print(nested)
