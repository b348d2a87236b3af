# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(3,))
main = Dense(1, kernel_initializer="zeros", name="main")(inputs)
aux = Dense(1, kernel_initializer="zeros", name="aux")(inputs)
model = Model(inputs=inputs, outputs=[main, aux])
model.compile(
    optimizer="rmsprop",
    loss={"main": "mse", "aux": "mae"},
    metrics={"main": ["mae"], "aux": ["mse"]},
)

data = np.ones((2, 3))
answers = [np.array([[2.0], [4.0]]), np.array([[2.0], [8.0]])]
listed = model.evaluate(data, answers, verbose=0)
for name, value in zip(model.metrics_names, listed, strict=True):
    print(name, value)
