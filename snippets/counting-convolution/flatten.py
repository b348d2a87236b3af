import keras
from keras import layers


def network(side):
    return keras.Sequential(
        [
            keras.Input(shape=(side, side, 3)),
            layers.Conv2D(16, 3),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )


small, large = network(32), network(64)
for model in (small, large):
    print([layer.count_params() for layer in model.layers])
