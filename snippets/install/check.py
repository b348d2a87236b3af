# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import keras
import numpy as np

model = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3)]
)
outputs = model(np.zeros((2, 4)))

print("Keras:  ", keras.__version__)
print("backend:", keras.config.backend())
print("shape:  ", tuple(outputs.shape))
