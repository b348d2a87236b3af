# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import hashlib

import keras
import numpy as np
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
shapes = [weight.shape for weight in model.get_weights()]
model.set_weights(
    [np.cos(np.arange(np.prod(s))).reshape(s) for s in shapes]
)
model.save("across.keras")

weights = b"".join(w.tobytes() for w in model.get_weights())
print("backend:", keras.config.backend())
print("weights:", hashlib.sha256(weights).hexdigest()[:16])
print(model.predict(np.eye(4), verbose=0).round(3))
