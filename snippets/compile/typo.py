# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(8,)), Dense(1)])
data = np.ones((4, 8))
answers = np.ones((4, 1))

for settings in (
    {"optimizer": "rmsporp", "loss": "mse"},
    {"optimizer": "rmsprop", "loss": "msee"},
    {"optimizer": "rmsprop", "loss": "mse", "metrics": ["maee"]},
):
    method = "compile"
    try:
        model.compile(**settings)
        method = "fit"
        model.fit(data, answers, verbose=0)
    except ValueError as error:
        print(f"{method}: ValueError: {error}")
