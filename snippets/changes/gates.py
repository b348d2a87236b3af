# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
import keras.backend as K
import numpy as np
from keras.layers import GRU, LSTM, Activation, Input
from keras.models import Model

clip = K.clip if hasattr(K, "clip") else keras.ops.clip
x = np.ones((1, 3, 2))


def gate_of_2018(value):
    return clip(0.2 * value + 0.5, 0, 1)


def output(**gates):
    layer = LSTM(1, unroll=True, **gates)
    inputs = Input(shape=(3, 2))
    model = Model(inputs, layer(inputs))
    shapes = [array.shape for array in layer.get_weights()]
    layer.set_weights([np.full(s, 0.4) for s in shapes])
    return round(float(model.predict_on_batch(x)[0, 0]), 2)


print(keras.__version__)
settings = LSTM(1).get_config()
default = settings["recurrent_activation"]
print("default:", default)
as_it_is = output()
by_name = output(recurrent_activation="hard_sigmoid")
as_then = output(recurrent_activation=gate_of_2018)
print("as it is:      ", as_it_is)
print("hard_sigmoid:  ", by_name)
print("gate_of_2018:  ", as_then)
reset_after = GRU(1).get_config()["reset_after"]
print("reset_after:", reset_after)

inputs = Input(shape=(1,))
hard = Model(inputs, Activation("hard_sigmoid")(inputs))
points = np.array([[-3.0], [-2.5], [0.0], [1.0], [2.5], [3.0]])
curve = hard.predict_on_batch(points)[:, 0]
heights = [round(float(value), 3) for value in curve]
print("hard_sigmoid:", heights)
