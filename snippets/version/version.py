# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras

print(keras.__version__)
