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
data, answers = np.ones((64, 1)), np.full((64, 1), 2.0)


def report(epoch, logs):
    print("after epoch", epoch, logs)


history = model.fit(
    data,
    answers,
    epochs=3,
    callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=report)],
    verbose=0,
)
print(history.history)
print(history.epoch)
print(history.params)
