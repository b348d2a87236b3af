# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# trains = true
# ///
import warnings

import keras
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model
from keras.optimizers import SGD


def mean_output(truth, guess):
    return guess + 0 * truth


def steps(optimizer):
    inputs = Input(shape=(1,))
    layer = Dense(1, use_bias=False)
    model = Model(inputs, layer(inputs))
    layer.set_weights([np.zeros((1, 1))])
    model.compile(loss=mean_output, optimizer=optimizer)
    places = [0.0]
    for _ in range(3):
        model.train_on_batch(np.ones((1, 1)), np.ones((1, 1)))
        places.append(float(layer.get_weights()[0][0, 0]))
    return [round(float(s), 3) for s in -np.diff(places)]


print(keras.__version__)
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    optimizer = SGD(0.6, decay=1.0)
texts = [str(warning.message) for warning in said]
print(*texts)
with_decay = steps(optimizer)
print("decay=1.0:", with_decay)
if hasattr(keras.optimizers, "schedules"):
    schedule = keras.optimizers.schedules.InverseTimeDecay(
        0.6, decay_steps=1, decay_rate=1.0
    )
    scheduled = steps(SGD(schedule))
    print("schedule: ", scheduled)
