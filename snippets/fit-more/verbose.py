# /// script
# [tool.proof]
# trains = true
# volatile = ["step-times"]
# ///
import keras
import numpy as np
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        layers.Dense(1, kernel_initializer="zeros"),
    ]
)
still = keras.optimizers.SGD(learning_rate=0.0)
model.compile(optimizer=still, loss="mean_squared_error")
data, answers = np.ones((96, 1)), np.full((96, 1), 2.0)

print("without verbose:")
model.fit(data, answers, epochs=2)

for verbose in (0, 1, 2):
    print(f"\nverbose={verbose}:")
    model.fit(data, answers, epochs=2, verbose=verbose)
