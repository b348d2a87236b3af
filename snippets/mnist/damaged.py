# /// script
# [tool.proof]
# fresh = true
# ///
import os
from pathlib import Path

os.environ["KERAS_HOME"] = "keras-home"
os.environ["https_proxy"] = "http://127.0.0.1:9"

from keras.datasets import mnist

file = Path("keras-home", "datasets", "mnist.npz")
file.parent.mkdir(parents=True, exist_ok=True)
file.write_bytes(b"half a file")
try:
    mnist.load_data()
except Exception as error:
    print(f"{type(error).__name__}: …")
print("the file is still there:", file.exists())
