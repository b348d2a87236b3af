# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(1,)), Dense(1)])
data = np.zeros((60_000, 1), dtype="float32")


def steps(**options):
    model.compile(optimizer="sgd", loss="mse")
    model.fit(data, data, verbose=0, **options)
    return int(model.optimizer.iterations)


by_default = steps()
of_32 = steps(batch_size=32)
of_128 = steps(batch_size=128)
print("batch_size not given:", by_default)
print("batch_size=32:       ", of_32)
print("batch_size=128:      ", of_128)
