# /// script
# [tool.proof]
# lanes = ["then-tensorflow"]
# ///
import hashlib
from pathlib import Path

import numpy as np
from keras.layers import Dense, Dropout, Input
from keras.models import Model, Sequential


def save(model, name):
    shapes = [weight.shape for weight in model.get_weights()]
    model.set_weights(
        [np.cos(np.arange(np.prod(s))).reshape(s) for s in shapes]
    )
    model.compile("rmsprop", "categorical_crossentropy", ["acc"])
    model.save(name)
    digest = hashlib.sha256(Path(name).read_bytes()).hexdigest()
    print(name, digest[:16])
    print(model.predict(np.eye(4)).round(3))
    return digest


sequential = Sequential(
    [
        Dense(8, activation="relu", input_shape=(4,)),
        Dropout(0.5),
        Dense(3, activation="softmax"),
    ]
)

inputs = Input((4,))
hidden = Dropout(0.5)(Dense(8, activation="relu")(inputs))
outputs = Dense(3, activation="softmax")(hidden)

first = save(sequential, "sequential_2018.h5")
second = save(Model(inputs, outputs), "functional_2018.h5")
