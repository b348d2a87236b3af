# /// script
# [tool.proof]
# lanes = ["now-onnx"]
# ///

# --8<-- [start:never-called]
import warnings
from pathlib import Path

import keras
import numpy as np
import onnxruntime

warnings.simplefilter("ignore")
file = Path(__file__).with_name("across.keras")
model = keras.saving.load_model(file)
try:
    model.export("across.onnx", format="onnx", verbose=False)
except ValueError as error:
    print("ValueError:", error)

model(np.zeros((1, 4)))
model.export("across.onnx", format="onnx", verbose=False)
print(Path("across.onnx").exists())
# --8<-- [end:never-called]

# --8<-- [start:data-type]
runner = onnxruntime.InferenceSession("across.onnx")
name = runner.get_inputs()[0].name
data = np.eye(4)
print(data.dtype)
try:
    runner.run(None, {name: data})
except Exception as error:
    print(type(error).__name__ + ":", error)

(outputs,) = runner.run(None, {name: data.astype("float32")})
print(outputs.round(3))
# --8<-- [end:data-type]

# --8<-- [start:input-name]
data = data.astype("float32")
try:
    runner.run(None, {"data": data})
except ValueError as error:
    print("ValueError:", error)

names = [given.name for given in runner.get_inputs()]
print(names)
(outputs,) = runner.run(None, dict(zip(names, [data])))
print(outputs.shape)
# --8<-- [end:input-name]
