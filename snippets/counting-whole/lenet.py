import keras
from keras.layers import AveragePooling2D, Conv2D, Dense, Flatten


def conv(window, channels, filters):
    return window * channels * filters + filters


def dense(inputs, units):
    return inputs * units + units


model = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        Conv2D(6, 5, padding="same", activation="tanh"),
        AveragePooling2D(2),
        Conv2D(16, 5, activation="tanh"),
        AveragePooling2D(2),
        Flatten(),
        Dense(120, activation="tanh"),
        Dense(84, activation="tanh"),
        Dense(10, activation="softmax"),
    ]
)
formulas = [
    conv(25, 1, 6),
    0,
    conv(25, 6, 16),
    0,
    0,
    dense(5 * 5 * 16, 120),
    dense(120, 84),
    dense(84, 10),
]
counts = [layer.count_params() for layer in model.layers]
for layer, formula, count in zip(model.layers, formulas, counts):
    shape = str(tuple(layer.output.shape))
    print(f"{layer.name:20}{shape:20}{formula:7,}{count:7,}")
print(f"{sum(formulas):,}", f"{model.count_params():,}")
