import math

import keras
from keras.layers import MultiHeadAttention

words = keras.Input(shape=(20, 64))
layer = MultiHeadAttention(num_heads=8, key_dim=16)
outputs = layer(words, words)
model = keras.Model(words, outputs)

sizes = [math.prod(weight.shape) for weight in layer.weights]
for weight, size in zip(layer.weights, sizes):
    name = weight.path.partition("/")[2]
    print(f"{name:24}{size:6,}", tuple(weight.shape))
print(layer.count_params(), outputs.shape)
