from keras.layers import Conv2D

usual = {"filters": 32, "kernel_size": 3}


def count(shape=(None, 32, 32, 3), **settings):
    layer = Conv2D(**{**usual, **settings})
    layer.build(shape)
    return layer.count_params()


same = {
    "as it is": count(),
    "a larger picture": count((None, 512, 512, 3)),
    "strides=2": count(strides=2),
    'padding="same"': count(padding="same"),
    "dilation_rate=2": count(dilation_rate=2),
    'activation="relu"': count(activation="relu"),
}
other = {
    "kernel_size=5": count(kernel_size=5),
    "filters=64": count(filters=64),
    "one channel": count((None, 32, 32, 1)),
    "use_bias=False": count(use_bias=False),
}
for name, number in {**same, **other}.items():
    print(f"{name:20}{number:7,}")
