# /// script
# [tool.proof]
# lanes = ["now-onnx"]
# fresh = true
# ///
import sys
from pathlib import Path

import numpy as np
import onnxruntime

file = Path(__file__).with_name("across.onnx")
runner = onnxruntime.InferenceSession(file)
name = runner.get_inputs()[0].name
(outputs,) = runner.run(None, {name: np.eye(4, dtype="float32")})
print(outputs.round(3))
print({"keras", "tensorflow"} & set(sys.modules))
