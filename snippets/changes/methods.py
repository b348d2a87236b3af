# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# trains = true
# ///
import warnings

import keras
import numpy as np
from keras.layers import Dense
from keras.models import Sequential

warnings.simplefilter("ignore")
x, y = np.eye(8, 4), np.eye(8, 3)


def batches():
    while True:
        yield x, y


def build():
    last = Dense(3, activation="softmax", input_shape=(4,))
    model = Sequential([last])
    model.compile("sgd", "categorical_crossentropy")
    return model


LINES = {
    "model.fit(x, y, nb_epoch=1, verbose=0)": (
        "model.fit(x, y, epochs=1, verbose=0)"
    ),
    "model.fit_generator(batches(), 2, verbose=0)": (
        "model.fit(batches(), steps_per_epoch=2, verbose=0)"
    ),
    "model.evaluate_generator(batches(), 2)": (
        "model.evaluate(batches(), steps=2, verbose=0)"
    ),
    "model.predict_generator(batches(), 2)": (
        "model.predict(batches(), steps=2, verbose=0)"
    ),
    "model.predict_classes(x)": (
        "model.predict(x, verbose=0).argmax(axis=1)"
    ),
    "model.predict_proba(x)": "model.predict(x, verbose=0)",
    "model.to_yaml()": "model.to_json()",
    "model.layers[0].input_shape": ("model.layers[0].input.shape"),
    "model.layers[0].output_shape": (
        "model.layers[0].output.shape"
    ),
    "model.layers[0].get_output_at(0)": ("model.layers[0].output"),
    "model.optimizer.lr": "model.optimizer.learning_rate",
    "K.set_value(model.optimizer.lr, 0.1)": (
        "model.optimizer.learning_rate.assign(0.1)"
    ),
    "model.compile('sgd', 'mse', sample_weight_mode=None)": (
        "model.compile('sgd', 'mse')"
    ),
}


def tried(line):
    names = {**globals(), "K": keras.backend}
    names["model"] = build()
    try:
        eval(line, names)
    except Exception as error:
        message = str(error).rpartition("Trainer.")[2]
        return f"{type(error).__name__}: {message}"
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
