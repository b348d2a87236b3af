# /// script
# [tool.proof]
# lanes = ["then-tensorflow"]
# fresh = true
# ///
import keras

print(keras.__version__)
