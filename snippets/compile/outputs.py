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
model.compile(
    optimizer="rmsprop",
    loss={"main": "categorical_crossentropy", "aux": "mse"},
    metrics={"main": ["accuracy"], "aux": ["mae"]},
)

data = np.ones((4, 8))
answers = {"main": np.eye(4, 3), "aux": np.ones((4, 1))}
print(list(model.fit(data, answers, verbose=0).history))
