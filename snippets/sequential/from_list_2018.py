# /// script
# [tool.proof]
# lanes = ["then"]
# ///
from keras.layers import Activation, Dense
from keras.models import Sequential

layers = [
    Dense(units=32, input_shape=(784,)),
    Activation(activation="relu"),
    Dense(units=10),
    Activation(activation="softmax"),
]
model = Sequential(layers=layers)
model.summary()
