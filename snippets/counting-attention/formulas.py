import keras
from keras import layers


def normalization(channels, scale=True, center=True):
    return (scale + center) * channels


def moving(channels):
    return 2 * channels


def adapted(channels):
    return 2 * channels + 1


def prelu(positions, channels):
    return positions * channels


def einsum(inputs, outputs, biases):
    return inputs * outputs + biases


def attention(
    features, num_heads, key_dim, value_dim=None, use_bias=True
):
    value_dim = value_dim or key_dim
    query_key = 2 * num_heads * key_dim * (features + use_bias)
    value = num_heads * value_dim * (features + use_bias)
    output = (num_heads * value_dim + use_bias) * features
    return query_key + value + output


words = keras.Input(shape=(20, 64))
pairs = layers.EinsumDense("abc,cd->abd", (20, 32), bias_axes="d")
rows = [
    (normalization(64), moving(64), layers.BatchNormalization()),
    (normalization(64), 0, layers.LayerNormalization()),
    (normalization(64), 0, layers.GroupNormalization(8)),
    (64, 0, layers.RMSNormalization()),
    (0, adapted(64), layers.Normalization()),
    (prelu(20, 64), 0, layers.PReLU()),
    (prelu(1, 64), 0, layers.PReLU(shared_axes=[1])),
    (einsum(64, 32, 32), 0, pairs),
]
agreed = []
for trained, other, layer in rows:
    layer.build(words.shape)
    total = layer.count_params()
    agreed.append(trained + other == total)
    print(
        f"{type(layer).__name__:20}{trained:7,}{other:5}{total:7,}"
    )

heads = layers.MultiHeadAttention(num_heads=8, key_dim=8)
heads(words, words)
print(attention(64, 8, 8), heads.count_params())
wide = layers.MultiHeadAttention(num_heads=4, key_dim=16)
wide(words, words)
print(attention(64, 4, 16), wide.count_params())
