import keras
from keras import layers

picture = keras.Input((28, 28, 8))
flat = keras.Input((64,))
counts = {}
for layer, given in (
    (layers.MaxPooling2D(2), picture),
    (layers.AveragePooling2D(2), picture),
    (layers.GlobalAveragePooling2D(), picture),
    (layers.UpSampling2D(), picture),
    (layers.ZeroPadding2D(), picture),
    (layers.Flatten(), picture),
    (layers.Reshape((8, 8)), flat),
    (layers.Dropout(0.5), flat),
    (layers.GaussianNoise(0.1), flat),
    (layers.Activation("relu"), flat),
    (layers.LeakyReLU(), flat),
    (layers.Rescaling(1 / 255), picture),
    (layers.Add(), [flat, flat]),
    (layers.Concatenate(), [flat, flat]),
):
    layer(given)
    counts[type(layer).__name__] = layer.count_params()
for name, number in counts.items():
    print(f"{name:24}{number}")

dropout = layers.Dropout(0.5)
print(len(dropout.weights), len(dropout.variables))
