from keras import layers


def valid(size, side, strides=1, dilation_rate=1):
    return (size - dilation_rate * (side - 1) - 1) // strides + 1


def pooled(size, side, strides):
    return (size - side) // strides + 1


def same(size, strides=1):
    return (size - 1) // strides + 1


rows = [
    (valid(28, 3), {}),
    (same(28), {"padding": "same"}),
    (valid(28, 3, strides=2), {"strides": 2}),
    (same(28, strides=2), {"strides": 2, "padding": "same"}),
    (valid(28, 3, dilation_rate=2), {"dilation_rate": 2}),
]
agreed = []
for formula, settings in rows:
    layer = layers.Conv2D(16, 3, **settings)
    shape = layer.compute_output_shape((None, 28, 28, 8))
    agreed.append(shape == (None, formula, formula, 16))
    print(formula, shape, settings)

pool = layers.MaxPooling2D(3, strides=2)
print(
    pooled(28, 3, 2), pool.compute_output_shape((None, 28, 28, 8))
)
