import keras
from keras import layers


def conv(filters, size=3, strides=1):
    return layers.Conv2D(
        filters,
        size,
        strides=strides,
        padding="same",
        use_bias=False,
    )


inputs = keras.Input(shape=(32, 32, 64))
x = conv(128, strides=2)(inputs)
x = layers.BatchNormalization()(x)
x = layers.Activation("relu")(x)
x = conv(128)(x)
x = layers.BatchNormalization()(x)
shortcut = conv(128, size=1, strides=2)(inputs)
shortcut = layers.BatchNormalization()(shortcut)
x = layers.Add()([x, shortcut])
outputs = layers.Activation("relu")(x)
model = keras.Model(inputs, outputs)

formulas = {
    "first convolution": 9 * 64 * 128,
    "second convolution": 9 * 128 * 128,
    "convolution of the shortcut": 1 * 64 * 128,
    "three normalizations": 3 * 4 * 128,
}
for name, formula in formulas.items():
    print(f"{name:28}{formula:8,}")
print(f"{sum(formulas.values()):,}", f"{model.count_params():,}")

frozen = sum(
    weight.shape[0] for weight in model.non_trainable_weights
)
print("not trainable:", frozen)

try:
    layers.Add()([x, inputs])
except ValueError as error:
    refused = str(error)
    print(refused)
