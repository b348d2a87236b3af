# /// script
# [tool.proof]
# fresh = true
# ///
import gzip
import os
from pathlib import Path

import numpy as np

os.environ["KERAS_HOME"] = "keras-home"
os.environ["https_proxy"] = "http://127.0.0.1:9"

from keras.datasets import fashion_mnist


def write_idx(file, array):
    shape = np.array(array.shape, ">u4").tobytes()
    head = bytes([0, 0, 8, array.ndim]) + shape
    with gzip.open(file, "wb") as opened:
        opened.write(head + array.tobytes())


folder = Path("keras-home", "datasets", "fashion-mnist")
folder.mkdir(parents=True)
for name, count in {"train": 6, "t10k": 4}.items():
    images = np.full((count, 28, 28), 7, "uint8")
    labels = np.arange(count, dtype="uint8")
    write_idx(folder / f"{name}-images-idx3-ubyte.gz", images)
    write_idx(folder / f"{name}-labels-idx1-ubyte.gz", labels)

(x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()
print(*sorted(file.name for file in folder.iterdir()), sep="\n")
print(x_train.shape, y_train.shape, x_test.shape, y_test.shape)
