# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "The message shows the data as the backend prints it"
# now-torch = "The message shows the data as the backend prints it"
# ///
# --8<-- [start:one-sample]
import keras
import numpy as np
from keras import layers

model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3)])
data = np.ones((5, 4))
try:
    model(data[0])
except ValueError as error:
    print("ValueError:", error)

print(tuple(model(data[:1]).shape))
# --8<-- [end:one-sample]
