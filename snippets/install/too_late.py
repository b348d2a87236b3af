# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import os

import keras

os.environ["KERAS_BACKEND"] = "jax"
print(keras.config.backend())
