# /// script
# [tool.proof]
# trains = true
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
data, answers = np.ones((64, 1)), np.full((64, 1), 1.0)
own_data, own_answers = np.ones((8, 1)), np.full((8, 1), 3.0)

history = model.fit(
    data,
    answers,
    batch_size=16,
    validation_data=(own_data, own_answers),
    validation_split=0.5,
    verbose=0,
)
print(history.history)
print("steps in an epoch:", history.params["steps"])
