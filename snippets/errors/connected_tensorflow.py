# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# --8<-- [start:tensorflow-function]
import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input(shape=(4,))
try:
    tf.square(inputs)
except ValueError as error:
    print("ValueError:", str(error).split("\n\n")[0])

model = keras.Model(inputs, keras.ops.square(inputs))
print(model.predict(np.full((1, 4), 3.0), verbose=0))
# --8<-- [end:tensorflow-function]
