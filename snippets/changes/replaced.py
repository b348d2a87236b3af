# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import warnings

import keras
import numpy as np
from keras import constraints, layers, models, utils

warnings.simplefilter("ignore")
names = {**vars(layers), **vars(utils), **vars(constraints)}
names["a"] = layers.Input(shape=(3,))
names["b"] = layers.Input(shape=(3,))
names["p"] = layers.Input(shape=(9, 9, 2))

LINES = {
    "np_utils.to_categorical([0, 2])": "to_categorical([0, 2])",
    "merge([a, b], mode='sum')": "add([a, b])",
    "merge([a, b], mode='concat')": "concatenate([a, b])",
    "AtrousConvolution2D(4, 3, 3, atrous_rate=(2, 2))(p)": (
        "Conv2D(4, (3, 3), dilation_rate=(2, 2))(p)"
    ),
    "Deconvolution2D(4, 3, 3)(p)": (
        "Conv2DTranspose(4, (3, 3))(p)"
    ),
    "maxnorm(2)": "MaxNorm(2)",
    "nonneg()": "NonNeg()",
    "unitnorm()": "UnitNorm()",
}


def result(line):
    value = eval(line, names)
    shape = getattr(value, "_keras_shape", None)
    shape = shape or getattr(value, "shape", None)
    return tuple(shape) if shape else type(value).__name__


print(keras.__version__)
new, alike = {}, []
for line, today in LINES.items():
    new[line] = result(today)
    print(today)
    print("   ", new[line])
    if hasattr(layers, "merge"):
        alike.append(result(line) == new[line])
print("compared with the old line:", len(alike), sum(alike))

gate = "ThresholdedReLU(1.0)(a)"
if not hasattr(layers, "ThresholdedReLU"):
    gate = "ReLU(threshold=1.0)(a)"
model = models.Model(names["a"], eval(gate, names))
passed = model.predict_on_batch(np.array([[0.5, 1.0, 3.0]]))
print(gate, passed.tolist())
