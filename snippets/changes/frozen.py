# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# trains = true
# ///
import warnings

import keras
import numpy as np
from keras.layers import BatchNormalization, Input
from keras.models import Model
from keras.optimizers import SGD

warnings.simplefilter("ignore")
x = np.array([[10.0], [12.0], [14.0], [16.0]])
zeros = np.zeros((4, 1))


def losses(**call):
    layer = BatchNormalization()
    layer.trainable = False
    inputs = Input(shape=(1,))
    model = Model(inputs, layer(inputs, **call))
    model.compile(loss="mse", optimizer=SGD(0.1))
    in_training = model.train_on_batch(x, zeros)
    after = model.evaluate(x, zeros, verbose=0)
    return round(float(in_training)), round(float(after))


print(keras.__version__)
frozen = losses()
print("frozen:        ", frozen)
moving = losses(training=False)
print("training=False:", moving)
batch = losses(training=True)
print("training=True: ", batch)
