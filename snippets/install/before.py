# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras

print(keras.config.backend())
