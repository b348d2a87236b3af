# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "Each backend looks up rows in its own way"
# now-torch = "Each backend looks up rows in its own way"
# ///

# --8<-- [start:embedding-range]
import numpy as np
from keras import layers, ops

embedding = layers.Embedding(10, 2)
try:
    vector = embedding(np.array([10]))
    print(bool(ops.all(ops.isnan(vector))))
except Exception as error:
    lines = [line for line in str(error).splitlines() if line]
    print(type(error).__name__ + ":", lines[1])

larger = layers.Embedding(10 + 1, 2)
print(tuple(larger(np.array([10])).shape))
# --8<-- [end:embedding-range]

# --8<-- [start:to-numpy]
outputs = layers.Dense(3)(np.ones((2, 4)))
try:
    print(type(outputs.numpy()).__name__)
except Exception as error:
    print(type(error).__name__ + ":", error)

print(type(ops.convert_to_numpy(outputs)).__name__)
# --8<-- [end:to-numpy]
