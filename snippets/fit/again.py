# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        Dense(1, kernel_initializer="zeros", use_bias=False),
    ],
)
optimizer = keras.optimizers.SGD(learning_rate=0.05)
model.compile(optimizer=optimizer, loss="mse")
data = np.ones((100, 1))
answers = np.full((100, 1), 2.0)


def so_far():
    weight = float(model.get_weights()[0][0, 0])
    return int(optimizer.iterations), weight


model.fit(data, answers, epochs=3, verbose=0)
first, weight = so_far()
print(f"steps: {first}, weight: {weight:.3f}")
model.fit(data, answers, epochs=2, verbose=0)
second, weight = so_far()
print(f"steps: {second}, weight: {weight:.3f}")
