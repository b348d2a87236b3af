# /// script
# [tool.proof]
# lanes = ["now", "then"]
# volatile = ["site-packages"]
# ///
import keras
from keras.layers import Activation, Dense

model = keras.Sequential(
    [
        Dense(32, input_shape=(784,)),
        Activation("relu"),
        Dense(10),
        Activation("softmax"),
    ]
)
print("parameters:", model.count_params())
