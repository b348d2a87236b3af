from keras import layers

claimed = {
    "Conv2D, one channel": 9 * 3 * 16 + 16,
    "Conv2D without its bias": 9 * 3 * 32,
    "LSTM": 4 * 128 * (128 + 1),
    "GRU": 3 * 64 * (32 + 64 + 1),
    "BatchNormalization": 2 * 64,
    "Bidirectional LSTM": 4 * 64 * (32 + 64 + 1),
}
built = [
    (layers.Conv2D(16, 3), (None, 28, 28, 1)),
    (layers.Conv2D(32, 3), (None, 28, 28, 3)),
    (layers.LSTM(128), (None, 20, 128)),
    (layers.GRU(64), (None, 20, 32)),
    (layers.BatchNormalization(), (None, 64)),
    (layers.Bidirectional(layers.LSTM(64)), (None, 20, 32)),
]
counts = []
for (name, wrong), (layer, shape) in zip(claimed.items(), built):
    layer.build(shape)
    counts.append(layer.count_params())
    print(f"{name:24}{wrong:9,}{counts[-1]:9,}")
