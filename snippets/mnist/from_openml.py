# /// script
# [tool.proof]
# data = ["mnist"]
# ///

# --8<-- [start:convert]
import hashlib

import numpy as np


def convert(table, classes):
    images = np.asarray(table).astype("uint8")
    images = images.reshape(-1, 28, 28)
    labels = np.asarray(classes).astype("uint8")
    return {
        "x_train": images[:60_000],
        "y_train": labels[:60_000],
        "x_test": images[60_000:],
        "y_test": labels[60_000:],
    }


# --8<-- [end:convert]


# --8<-- [start:make]
with np.load("mnist.npz") as data:
    real = dict(data)

pixels = np.concatenate([real["x_train"], real["x_test"]])
table = pixels.reshape(-1, 784).astype("int64")
digits = np.concatenate([real["y_train"], real["y_test"]])
classes = digits.astype(str).astype(object)
print(table.shape, table.dtype, classes[:3])
# --8<-- [end:make]

# --8<-- [start:save]
arrays = convert(table, classes)
np.savez("mnist-from-openml.npz", **arrays)
for name, array in arrays.items():
    digest = hashlib.sha256(array.tobytes()).hexdigest()[:16]
    print(f"{name:7}  {array.shape!s:15}  {digest}")
# --8<-- [end:save]

# --8<-- [start:compare]
for name, array in arrays.items():
    print(f"{name:7} equal:", np.array_equal(array, real[name]))
# --8<-- [end:compare]
