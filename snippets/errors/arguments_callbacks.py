# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers

x, y = np.ones((8, 4)), np.ones((8, 3))


def network():
    model = keras.Sequential(
        [keras.Input(shape=(4,)), layers.Dense(3)]
    )
    model.compile(loss="mse")
    return model


# --8<-- [end:setup]


# --8<-- [start:callback-class]
class Report(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print("epoch", epoch + 1, sorted(logs))


try:
    network().fit(x, y, callbacks=[Report], verbose=0)
except TypeError as error:
    print("TypeError:", error)

history = network().fit(x, y, callbacks=[Report()], verbose=0)
# --8<-- [end:callback-class]


# --8<-- [start:callback-arguments]
class Short(keras.callbacks.Callback):
    def on_epoch_end(self, epoch):
        print("epoch", epoch + 1)


try:
    network().fit(x, y, callbacks=[Short()], verbose=0)
except TypeError as error:
    print("TypeError:", error)


class Whole(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print("epoch", epoch + 1, sorted(logs))


history = network().fit(x, y, callbacks=[Whole()], verbose=0)
# --8<-- [end:callback-arguments]
