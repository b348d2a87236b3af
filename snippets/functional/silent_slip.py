# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

inputs = keras.Input(shape=(64,))
x = Dense(64, activation="relu")(inputs)
y = Dense(10, activation="softmax")(x)

meant = keras.Model(inputs=inputs, outputs=y)
slip = keras.Model(inputs=x, outputs=y)
print("meant:", meant.count_params(), "slip:", slip.count_params())

data = np.ones((20, 64))
labels = np.eye(20, 10)
slip.compile(optimizer="rmsprop", loss="categorical_crossentropy")
history = slip.fit(data, labels, verbose=0)
print("trained, recorded:", list(history.history))
