# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "Each backend has names and messages of its own for devices"
# now-torch = "Each backend has names and messages of its own for devices"
# ///

# --8<-- [start:see]
import keras
import numpy as np
from keras import layers, ops

backend = keras.config.backend()
if backend == "tensorflow":
    import tensorflow as tf

    print(tf.config.list_physical_devices("GPU"))
elif backend == "jax":
    import jax

    print(jax.devices())
else:
    import torch

    print(torch.cuda.is_available())

outputs = layers.Dense(3)(np.ones((2, 4)))
print(outputs.device)
# --8<-- [end:see]

# --8<-- [start:no-such-device]
try:
    with keras.device("cuda:0" if backend == "torch" else "gpu:0"):
        print(ops.ones(2).device)
except Exception as error:
    print(type(error).__name__ + ":", error)

with keras.device("cpu:0"):
    print(ops.ones(2).device)
# --8<-- [end:no-such-device]

# --8<-- [start:list-devices]
try:
    print(keras.distribution.list_devices())
except Exception as error:
    print(type(error).__name__ + ":", error)
# --8<-- [end:list-devices]

# --8<-- [start:out-of-memory]
try:
    ops.zeros((2**15,) * 4)
except Exception as error:
    print(type(error).__name__ + ":", error)
# --8<-- [end:out-of-memory]
