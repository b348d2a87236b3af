import keras
from keras import layers

kinds = {
    "Conv2D(16, 3)": layers.Conv2D(16, 3),
    "Conv2D(16, 5)": layers.Conv2D(16, 5),
    "padding same": layers.Conv2D(16, 3, padding="same"),
    "strides 2": layers.Conv2D(16, 3, strides=2),
    "MaxPooling2D()": layers.MaxPooling2D(),
    "MaxPooling2D(3)": layers.MaxPooling2D(3),
}
picture = keras.Input(shape=(28, 28, 1))
sides, counts = {}, {}
print("layer            output        parameters")
for name, layer in kinds.items():
    shape = layer(picture).shape[1:]
    sides[name], counts[name] = shape[0], layer.count_params()
    print(f"{name:15}  {shape!s:12}  {counts[name]:10}")
