# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import warnings

import keras
from keras.layers import Conv2D, Convolution2D, Input
from keras.models import Model

warnings.simplefilter("ignore")
print(keras.__version__)
print("one class:", Convolution2D is Conv2D)
inputs = Input(shape=(28, 28, 1))
old = Model(inputs, Convolution2D(32, 3, 3)(inputs))
clear = Model(inputs, Conv2D(32, (3, 3))(inputs))
for model in (old, clear):
    layer = model.layers[-1]
    print(layer.kernel_size, layer.strides, end=" ")
    print(model.output_shape, model.count_params())
