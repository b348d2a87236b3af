# /// script
# [tool.proof]
# trains = true
# ///
from pathlib import Path

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
data = np.random.normal(size=(64, 4))
labels = np.arange(64) % 3


class PowerCut(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, _logs=None):
        if epoch == 3:
            raise RuntimeError("the power is cut")


def train(*callbacks):
    keras.utils.set_random_seed(1)
    hidden = layers.Dense(8, activation="relu")
    output = layers.Dense(3, activation="softmax")
    model = keras.Sequential(
        [keras.Input(shape=(4,)), hidden, output]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    return model.fit(
        data,
        labels,
        epochs=6,
        shuffle=False,
        verbose=0,
        callbacks=list(callbacks),
    )


unbroken = train().history["loss"]

backup = keras.callbacks.BackupAndRestore("backup")
try:
    train(backup, PowerCut())
except RuntimeError as error:
    print("stopped:", error)
print(*sorted(file.name for file in Path("backup").iterdir()))

resumed = train(keras.callbacks.BackupAndRestore("backup"))
print("epochs of the second run:", *resumed.epoch)
print("the same losses:", resumed.history["loss"] == unbroken[3:])
print("backup still there:", Path("backup").exists())
