# /// script
# [tool.proof]
# trains = true
# ///
from contextlib import redirect_stdout
from io import StringIO

import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(1,)), Dense(1)])
data = np.zeros((60_000, 1), dtype="float32")


def steps(**options):
    model.compile(optimizer="sgd", loss="mse")
    with redirect_stdout(StringIO()) as printed:
        model.fit(data, data, verbose=2, **options)
    shown = printed.getvalue().split(" - ")[0].strip()
    return int(model.optimizer.iterations), shown


by_default, shown = steps()
of_32, _ = steps(batch_size=32)
of_128, _ = steps(batch_size=128)
of_split, _ = steps(validation_split=0.1)
print("batch_size not given:", by_default, "shown as", shown)
print("batch_size=32:       ", of_32)
print("batch_size=128:      ", of_128)
print("validation_split=0.1:", of_split)
