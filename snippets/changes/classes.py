# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import warnings

import keras
import numpy as np
from keras.layers import Dense
from keras.models import Sequential

warnings.simplefilter("ignore")
x = np.array([[-1.0], [2.0]])


def build(units, activation):
    layer = Dense(units, activation=activation, input_shape=(1,))
    model = Sequential([layer])
    kernel = [[1.0, 0.0, 2.0][:units]]
    model.set_weights([np.array(kernel), np.zeros(units)])
    return model


print(keras.__version__)
several, one = build(3, "softmax"), build(1, "sigmoid")
classes = several.predict_on_batch(x).argmax(axis=1)
answers = (one.predict_on_batch(x) > 0.5).astype("int32")
print(classes.tolist(), answers.tolist())
if hasattr(several, "predict_classes"):
    old_classes = several.predict_classes(x)
    old_answers = one.predict_classes(x)
    print(old_classes.tolist(), old_answers.tolist())
