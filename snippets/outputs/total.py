import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(3,))
main = Dense(1, kernel_initializer="zeros", name="main")(inputs)
aux = Dense(1, kernel_initializer="zeros", name="aux")(inputs)
model = keras.Model(inputs=inputs, outputs=[main, aux])

data = np.ones((2, 3))
main_answers = np.array([[2.0], [4.0]])
aux_answers = np.array([[2.0], [8.0]])


def evaluate(loss_weights):
    model.compile(loss=["mse", "mae"], loss_weights=loss_weights)
    answers = [main_answers, aux_answers]
    return model.evaluate(
        data, answers, verbose=0, return_dict=True
    )


plain = evaluate(None)
weighted = evaluate([1.0, 0.2])
print("no weights: ", plain)
print("1.0 and 0.2:", weighted)
