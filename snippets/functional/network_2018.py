# /// script
# [tool.proof]
# lanes = ["then", "now"]
# ///
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(784,))
x = Dense(units=64, activation="relu")(inputs)
x = Dense(units=64, activation="relu")(x)
y = Dense(units=10, activation="softmax")(x)
model = Model(inputs=inputs, outputs=y)
model.summary()
