# /// script
# [tool.proof]
# trains = true
# ///
import contextlib
import io
import re

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
data, answers = np.ones((96, 1)), np.full((96, 1), 2.0)


def screen(**options):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        model.fit(data, answers, epochs=2, **options)
    plain = re.sub(r"\x1b\[\d+m|\x08", "", text.getvalue())
    times = r"\d+(?=s )|\d+[mu]?s(?=/step)"
    lines = re.sub(times, "…", plain).split("\n")
    return [
        line.rpartition("\r")[2].rstrip() for line in lines[:-1]
    ]


shown = {verbose: screen(verbose=verbose) for verbose in (0, 1, 2)}
for verbose, lines in shown.items():
    print(f"verbose={verbose}, {len(lines)} lines")
    for line in lines:
        print("   ", line)
print("without it, as with 1:", screen() == shown[1])
