# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras
import numpy as np
from keras.callbacks import ReduceLROnPlateau

np.Inf = np.inf  # the old Keras asks for it
print(keras.__version__)
old = ReduceLROnPlateau(epsilon=0.01)
used = getattr(old, "min_delta", None) or old.epsilon
print("epsilon=0.01:  ", used)
if hasattr(old, "min_delta"):
    new = ReduceLROnPlateau(min_delta=0.01)
    print("min_delta=0.01:", new.min_delta)
