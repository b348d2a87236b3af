# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(1,)), Dense(1)])
model.compile(optimizer="sgd", loss="mse")
data = np.zeros((100, 1))


def steps_so_far():
    return int(model.optimizer.iterations)


model.fit(data, data, epochs=3, verbose=0)
first = steps_so_far()
model.fit(data, data, epochs=2, verbose=0)
second = steps_so_far()
print("steps:", first, "then", second)
