# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-torch = "PyTorch answers for attributes that are missing"
# ///

# --8<-- [start:not-yet]
import keras
from keras import layers

waiting = keras.Sequential([layers.Dense(3)])
for ask in (
    lambda: waiting.layers[0].kernel,
    lambda: waiting.inputs,
    lambda: waiting.outputs,
):
    try:
        ask()
    except AttributeError as error:
        print("AttributeError:", error)

ready = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3)])
print(tuple(ready.layers[0].kernel.shape))
print(ready.inputs[0].shape, ready.outputs[0].shape)
# --8<-- [end:not-yet]
