# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-torch = "nested lists are compared by PyTorch, in its own words"
# ///
import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(8,))
main = Dense(3, activation="softmax", name="main")(inputs)
aux = Dense(1, name="aux")(inputs)
model = keras.Model(inputs=inputs, outputs=[main, aux])
model.compile(
    loss=["categorical_crossentropy", "mse"],
    metrics=["accuracy"],
)

data = np.ones((4, 8))
answers = [np.eye(4, 3), np.ones((4, 1))]
try:
    model.fit(data, answers, verbose=0)
except ValueError as error:
    message = str(error)
    print("ValueError:", message)
