# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# fresh = true
# seconds = 240
# ///
import os

import tensorflow as tf

os.environ["KERAS_BACKEND"] = "jax"

import keras

print("TensorFlow", tf.__version__)
print("backend:", keras.config.backend())
