# /// script
# [tool.proof]
# lanes = ["now-onnx"]
# ///
from pathlib import Path

import onnx

file = Path(__file__).with_name("across.onnx")
steps = [node.op_type for node in onnx.load(file).graph.node]
print(*steps)
