# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
from keras import layers

print(keras.__version__)
names = ("SeparableConv2D", "DepthwiseConv2D", "LocallyConnected2D")
for name in names:
    print(name, hasattr(layers, name))

inputs = layers.Input(shape=(28, 28, 8))
counts = {}
for layer in (
    layers.Conv2D(16, 3),
    layers.Conv2DTranspose(16, 3),
    layers.DepthwiseConv2D(3),
    layers.SeparableConv2D(16, 3),
):
    layer(inputs)
    counts[type(layer).__name__] = layer.count_params()
    print(type(layer).__name__, layer.count_params())

try:
    layers.Conv2D(16, 3, groups=4)
    refused = "not refused"
except TypeError as error:
    refused = str(error)
print("groups=4:", refused)
