# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# trains = true
# ///
import warnings

import keras
import numpy as np
from keras import callbacks
from keras.layers import Dense
from keras.models import Sequential

np.Inf = np.inf  # the old Keras asks for it
warnings.simplefilter("ignore")
x, y = np.eye(8, 4), np.eye(8, 3)
last = Dense(3, activation="softmax", input_shape=(4,))
model = Sequential([last])
loss = "categorical_crossentropy"
model.compile("sgd", loss, metrics=["accuracy"])


class Stop(callbacks.Callback):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def on_epoch_end(self, epoch, logs=None):
        if logs.get(self.name) > 0.99:
            self.stopped = epoch
            self.model.stop_training = True


LINES = {
    "Stop('acc')": "Stop('accuracy')",
    "EarlyStopping('val_acc')": "EarlyStopping('val_accuracy')",
    "ModelCheckpoint('best.hdf5')": (
        "ModelCheckpoint('best.keras')"
    ),
    "ModelCheckpoint('{val_acc:.2f}.hdf5')": (
        "ModelCheckpoint('{val_accuracy:.2f}.keras')"
    ),
    "ModelCheckpoint('w.h5', save_weights_only=True)": (
        "ModelCheckpoint('w.weights.h5', save_weights_only=True)"
    ),
    "ModelCheckpoint('w.hdf5', period=2)": (
        "ModelCheckpoint('w.keras', save_freq=2 * 4)"
    ),
}


def tried(line):
    names = {**vars(callbacks), "Stop": Stop}
    when = "at once"
    try:
        callback = eval(line, names)
        when = "in training"
        model.fit(
            x,
            y,
            batch_size=2,
            verbose=0,
            validation_data=(x, y),
            callbacks=[callback],
        )
    except Exception as error:
        return f"{when}: {type(error).__name__}: {error}"
    return "works"


print(keras.__version__)
old, new = {}, {}
for line, today in LINES.items():
    old[line], new[line] = tried(line), tried(today)
    print(line)
    print(f"    {old[line]}")
failed = [line for line in LINES if old[line] != "works"]
cured = [line for line in LINES if new[line] == "works"]
print("the old lines that fail:", len(failed))
print("the new lines that work:", len(cured))
