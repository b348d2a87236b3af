import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(784,)), Dense(10)])
before = model.get_weights()
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
after = model.get_weights()

for old, new in zip(before, after, strict=True):
    print(old.shape, "unchanged:", np.array_equal(old, new))
