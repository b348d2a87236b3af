# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# raises = "TypeError"
# ///
import hashlib
from pathlib import Path

import keras
import numpy as np
from keras import layers

file = Path(__file__).with_name("sequential_2018.h5")
digest = hashlib.sha256(file.read_bytes()).hexdigest()
print(file.name, digest[:16])

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(8, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(3, activation="softmax"),
    ]
)
model.load_weights(file)
predicted = model.predict(np.eye(4), verbose=0)
print(predicted.round(3))

keras.saving.load_model(file)
