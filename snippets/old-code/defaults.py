# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "then-tensorflow"]
# ///
import keras
import numpy as np
from keras import optimizers
from keras.layers import Dense, Input
from keras.models import Model

x = Input(shape=(4,))
model = Model(x, Dense(1)(x))
known = {**vars(optimizers), "model": model}


def rate(line):
    optimizer = eval(line, known) or model.optimizer
    settings = optimizer.get_config()
    value = settings.get("lr", settings.get("learning_rate"))
    return float(np.round(value, 6))


LINES = {
    "Adadelta()": "Adadelta(1.0)",
    "Adagrad()": "Adagrad(0.01)",
    "Adamax()": "Adamax(0.002)",
    "Nadam()": "Nadam(0.002)",
    "model.compile(optimizer='adadelta', loss='mse')": (
        "model.compile(optimizer=Adadelta(1.0), loss='mse')"
    ),
    "model.compile('adadelta', 'mse')": (
        "model.compile(Adadelta(1.0), 'mse')"
    ),
    "model.compile(optimizer='adagrad', loss='mse')": (
        "model.compile(optimizer=Adagrad(0.01), loss='mse')"
    ),
    "model.compile('adagrad', 'mse')": (
        "model.compile(Adagrad(0.01), 'mse')"
    ),
    "model.compile(optimizer='adamax', loss='mse')": (
        "model.compile(optimizer=Adamax(0.002), loss='mse')"
    ),
    "model.compile('adamax', 'mse')": (
        "model.compile(Adamax(0.002), 'mse')"
    ),
    "model.compile(optimizer='nadam', loss='mse')": (
        "model.compile(optimizer=Nadam(0.002), loss='mse')"
    ),
    "model.compile('nadam', 'mse')": (
        "model.compile(Nadam(0.002), 'mse')"
    ),
}

print(keras.__version__)
rates = {line: rate(line) for line in LINES}
meant = {line: rate(today) for line, today in LINES.items()}
for line in LINES:
    print(line)
    print(f"    {rates[line]}, and as it was: {meant[line]}")
