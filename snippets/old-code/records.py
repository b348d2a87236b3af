# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "then-tensorflow"]
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
x, y = np.eye(8, 4), np.arange(8) % 2
model = Sequential([Dense(1, input_shape=(4,))])
model.compile("sgd", "mse", metrics=["accuracy", "mae"])
history = model.fit(x, y, validation_data=(x, y), verbose=0)
logs = {key: value[0] for key, value in history.history.items()}

LINES = {
    "history.history['acc']": "history.history['accuracy']",
    "history.history['val_acc']": (
        "history.history['val_accuracy']"
    ),
    "history.history['mean_absolute_error']": (
        "history.history['mae']"
    ),
    "history.history['val_mean_absolute_error']": (
        "history.history['val_mae']"
    ),
    "logs.get('acc') > 0.9": "logs.get('accuracy') > 0.9",
    "fitted(EarlyStopping(monitor='val_acc'))": (
        "fitted(EarlyStopping(monitor='val_accuracy'))"
    ),
    "fitted(ModelCheckpoint('m.h5', monitor='val_acc'))": (
        "fitted(ModelCheckpoint('m.h5', monitor='val_accuracy'))"
    ),
    "ModelCheckpoint(filepath='best.hdf5')": (
        "ModelCheckpoint(filepath='best.keras')"
    ),
    "ModelCheckpoint(filepath='w.h5', save_weights_only=True)": (
        "ModelCheckpoint(filepath='w.weights.h5', "
        "save_weights_only=True)"
    ),
}


def fitted(callback):
    data = {"validation_data": (x, y), "callbacks": [callback]}
    return model.fit(x, y, verbose=0, **data)


def tried(line):
    try:
        eval(line, {**globals(), **vars(callbacks)})
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "works"


print(keras.__version__)
old, new = {}, {}
for line, today in LINES.items():
    old[line], new[line] = tried(line), tried(today)
    print(line)
    print(f"    {old[line]}")
failed = [line for line in LINES if old[line] != "works"]
cured = [line for line in LINES if new[line] == "works"]
print(len(failed), "fail;", len(cured), "of today work")
