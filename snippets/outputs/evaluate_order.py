import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(3,))
main = Dense(1, kernel_initializer="zeros", name="main")(inputs)
aux = Dense(1, kernel_initializer="zeros", name="aux")(inputs)
model = keras.Model(inputs=inputs, outputs=[main, aux])
model.compile(
    loss={"main": "mse", "aux": "mae"},
    metrics={"main": ["mae"], "aux": ["mse"]},
)

data = np.ones((2, 3))
answers = [np.array([[2.0], [4.0]]), np.array([[2.0], [8.0]])]
listed = model.evaluate(data, answers, verbose=0)
named = model.evaluate(data, answers, verbose=0, return_dict=True)
print(model.metrics_names)
print(listed)
for name, value in named.items():
    print(name, value)
