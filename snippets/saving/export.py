# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.Input(shape=(4,)), layers.Dense(3, activation="softmax")]
)
data = np.random.normal(size=(5, 4)).astype("float32")
expected = model.predict(data, verbose=0)

model.export("exported", verbose=False)
print(*sorted(path.name for path in Path("exported").iterdir()))

loaded = tf.saved_model.load("exported")
served = loaded.serve(data).numpy()
gap = float(np.abs(served - expected).max())
print("tf.saved_model.load:", gap < 0.00001)

layer = keras.layers.TFSMLayer("exported", call_endpoint="serve")
gap_layer = float(np.abs(layer(data).numpy() - expected).max())
print("keras.layers.TFSMLayer:", gap_layer < 0.00001)
