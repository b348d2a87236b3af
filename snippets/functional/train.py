# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
data = rng.random((256, 784), dtype="float32")
digits = rng.integers(0, 10, size=256)
labels = keras.utils.to_categorical(digits, num_classes=10)
print("data:", data.shape, "labels:", labels.shape)

inputs = keras.Input(shape=(784,))
x = Dense(64, activation="relu")(inputs)
x = Dense(64, activation="relu")(x)
outputs = Dense(10, activation="softmax")(x)
model = keras.Model(inputs=inputs, outputs=outputs)

model.compile(
    optimizer="rmsprop",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x=data, y=labels, epochs=2, verbose=0)
print("recorded:", list(history.history))
print("epochs:", len(history.history["loss"]))
