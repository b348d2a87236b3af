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
model.compile(loss={"mian": "mse", "aux": "mse"})

data = np.ones((4, 8))
answers = [np.ones((4, 1)), np.ones((4, 1))]
try:
    model.fit(data, answers, verbose=0)
except ValueError as error:
    print("ValueError:", error)
