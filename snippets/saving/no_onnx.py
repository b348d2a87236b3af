# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# raises = "ModuleNotFoundError"
# ///
import warnings

import keras
import numpy as np
from keras import layers

warnings.simplefilter("ignore")
model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3)])
model(np.zeros((1, 4)))
model.export("model.onnx", format="onnx")
