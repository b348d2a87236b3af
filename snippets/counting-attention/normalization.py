# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras
from keras import layers

print(keras.__version__)
inputs = layers.Input(shape=(64,))
layer = layers.BatchNormalization()
model = keras.models.Model(inputs, layer(inputs))
sizes = [array.size for array in layer.get_weights()]
trainable = len(layer.trainable_weights) * 64
print(sum(sizes), trainable, sum(sizes) - trainable)

names = (
    "LayerNormalization",
    "GroupNormalization",
    "Normalization",
    "MultiHeadAttention",
    "EinsumDense",
    "PReLU",
)
there = [name for name in names if hasattr(layers, name)]
print(*there, sep="\n")
