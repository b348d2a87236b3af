# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# fresh = true
# ///

# --8<-- [start:hidden]
import os

os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras

print(keras.distribution.list_devices())
# --8<-- [end:hidden]
