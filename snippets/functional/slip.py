# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
x = Dense(64, activation="relu")(inputs)
x = Dense(64, activation="relu")(x)
y = Dense(10, activation="softmax")(x)

model = keras.Model(inputs=x, outputs=y)
print("built:", model.input_shape, "->", model.output_shape)
print("parameters:", model.count_params())

data = np.zeros((256, 784))
labels = np.zeros((256, 10))
model.compile(optimizer="rmsprop", loss="categorical_crossentropy")
try:
    model.fit(data, labels, verbose=0)
except ValueError as error:
    message = str(error)
    print("ValueError:", message)
