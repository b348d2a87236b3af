# /// script
# [tool.proof]
# lanes = ["now"]
# fresh = true
# seconds = 240
# ///
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras

print(keras.config.backend())
