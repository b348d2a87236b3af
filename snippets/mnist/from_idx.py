# /// script
# [tool.proof]
# data = ["mnist"]
# ///

# --8<-- [start:convert]
import gzip
import hashlib

import numpy as np

files = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}


def array_of(file):
    with gzip.open(file) as opened:
        content = opened.read()
    dimensions = content[3]
    start = 4 + 4 * dimensions
    shape = np.frombuffer(content[4:start], ">u4")
    return np.frombuffer(content[start:], "u1").reshape(shape)


def digest(array):
    return hashlib.sha256(array.tobytes()).hexdigest()[:16]


def convert():
    arrays = {name: array_of(file) for name, file in files.items()}
    np.savez("mnist-from-idx.npz", **arrays)
    for name, array in arrays.items():
        print(f"{name:7}  {array.shape!s:15}  {digest(array)}")


# --8<-- [end:convert]


# --8<-- [start:make]
data = np.load("mnist.npz")
for name, file in files.items():
    shape = np.array(data[name].shape, ">u4")
    head = bytes([0, 0, 8, len(shape)]) + shape.tobytes()
    with gzip.open(file, "wb", compresslevel=1) as opened:
        opened.write(head + data[name].tobytes())
# --8<-- [end:make]

# --8<-- [start:run]
convert()
# --8<-- [end:run]

# --8<-- [start:compare]
back = np.load("mnist-from-idx.npz")
equal = {
    name: np.array_equal(back[name], data[name]) for name in files
}
print(equal)
# --8<-- [end:compare]
