# /// script
# [tool.proof]
# lanes = ["now-onnx"]
# ///
import warnings

import keras
import numpy as np
import onnxruntime
from keras import layers

warnings.simplefilter("ignore")
model = keras.Sequential(
    [
        keras.Input(shape=(4,), name="sizes"),
        layers.Dense(8, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
data = np.random.normal(size=(5, 4)).astype("float32")
expected = model.predict(data, verbose=0)
model.export("model.onnx", format="onnx", verbose=False)

runner = onnxruntime.InferenceSession("model.onnx")
for given in runner.get_inputs():
    print(given.name, given.shape, given.type)

(outputs,) = runner.run(None, {"sizes": data})
gap = float(np.abs(outputs - expected).max())
print(outputs.shape, "alike:", gap < 0.00001)

(one,) = runner.run(None, {"sizes": data[:1]})
print(one.shape)
