# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
model.compile(optimizer="adam", loss="mse")
model.fit(np.zeros((4, 784)), np.zeros((4, 10)), verbose=0)


def nbytes(variables):
    return sum(
        keras.ops.convert_to_numpy(v).nbytes for v in variables
    )


weights = nbytes(model.weights)
slots = [v for v in model.optimizer.variables if v.shape != ()]
kept = nbytes(slots)
print(weights, kept, kept / weights)
