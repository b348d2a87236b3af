import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(1,)), Dense(1, kernel_initializer="zeros")],
)
data = np.ones((2, 1))
answers = np.array([[2.0], [4.0]])

model.compile(loss="mse")
alone = model.evaluate(data, answers, verbose=0)
print(alone)

model.compile(loss="mse", metrics=["mae"])
listed = model.evaluate(data, answers, verbose=0)
named = model.evaluate(data, answers, verbose=0, return_dict=True)
print(listed)
print(named)
