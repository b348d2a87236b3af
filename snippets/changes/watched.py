# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "then-tensorflow"]
# trains = true
# ///
import logging
import warnings
from pathlib import Path

import keras
import numpy as np
from keras import callbacks
from keras.layers import Dense
from keras.models import Sequential
from keras.optimizers import SGD

np.Inf = np.inf  # the old Keras asks for it
for name in ("absl", "tensorflow"):
    logging.getLogger(name).setLevel("ERROR")
x, y = np.eye(8, 4), np.eye(8, 3)
heard = set()


def fitted(callback):
    data = {"validation_data": (x, y), "callbacks": [callback]}
    loss = "categorical_crossentropy"
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        last = Dense(3, activation="softmax", input_shape=(4,))
        model = Sequential([last])
        # With a rate of zero, no epoch is better than the first.
        model.compile(SGD(0.0), loss, metrics=["accuracy"])
        done = model.fit(x, y, epochs=5, verbose=0, **data)
    heard.update(str(one.message) for one in found)
    return len(done.epoch)


STOPS = {
    "EarlyStopping('val_acc', mode='max')": (
        "EarlyStopping('val_accuracy', mode='max')"
    ),
    "EarlyStopping(monitor='val_acc', mode='max')": (
        "EarlyStopping(monitor='val_accuracy', mode='max')"
    ),
}
SAVES = {
    "ModelCheckpoint('old{epoch}.h5', monitor='val_acc', "
    "mode='max', save_best_only=True)": (
        "ModelCheckpoint('new{epoch}.h5', "
        "monitor='val_accuracy', mode='max', save_best_only=True)"
    )
}
names = {**globals(), **vars(callbacks)}
print(keras.__version__)
epochs = {}
for line in [*STOPS, *STOPS.values()]:
    epochs[line] = fitted(eval(line, names))
    print(f"{line}\n    {epochs[line]} epochs")
files = {}
for line, kind in zip([*SAVES, *SAVES.values()], ["old", "new"]):
    fitted(eval(line, names))
    files[kind] = len(list(Path().glob(f"{kind}*.h5")))
    print(f"{line}\n    {files[kind]} files")
watched = sorted(text for text in heard if "val_acc" in text)
print(*watched, sep="\n")
