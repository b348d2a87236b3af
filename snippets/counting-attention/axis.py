from keras.layers import BatchNormalization, LayerNormalization

counts = []
for layer in (
    BatchNormalization(),
    BatchNormalization(axis=1),
    BatchNormalization(scale=False),
    LayerNormalization(),
    LayerNormalization(axis=[1, 2, 3]),
):
    layer.build((None, 28, 28, 8))
    shapes = [tuple(weight.shape) for weight in layer.weights]
    counts.append(layer.count_params())
    print(counts[-1], shapes)
