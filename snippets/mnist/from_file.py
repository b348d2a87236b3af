# /// script
# [tool.proof]
# data = ["mnist"]
# ///
import numpy as np

with np.load("mnist.npz") as data:
    x_train, y_train = data["x_train"], data["y_train"]
    x_test, y_test = data["x_test"], data["y_test"]
    names = sorted(data.files)

print("names:", *names)
print("train:", x_train.shape, y_train.shape)
print("test: ", x_test.shape, y_test.shape)
