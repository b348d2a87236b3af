# /// script
# [tool.proof]
# data = ["mnist"]
# seconds = 300
# trains = true
#
# [tool.proof.tolerance]
# maps = inf
# ///

# --8<-- [start:load]
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from keras.datasets import mnist

keras.utils.set_random_seed(0)
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train[..., np.newaxis].astype("float32") / 255
x_test = x_test[..., np.newaxis].astype("float32") / 255
print(x_train.shape, x_test.shape)
# --8<-- [end:load]

# --8<-- [start:cnn]
cnn = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ]
)
cnn.summary()
# --8<-- [end:cnn]

# --8<-- [start:cnn-fit]
dense = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
scores = {}
for name, model in {"dense": dense, "convolutional": cnn}.items():
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x_train, y_train, epochs=1, batch_size=64, verbose=0)
    _, scores[name] = model.evaluate(x_test, y_test, verbose=0)
    above = scores[name] > 0.95
    print(f"{name}: {model.count_params():,} parameters,", end=" ")
    print("more than 95 % right:", above)
# --8<-- [end:cnn-fit]

# --8<-- [start:maps]
first = keras.Model(cnn.inputs, cnn.layers[0].output)
maps = first.predict(x_test[:1], verbose=0)[0]
fig, grid = plt.subplots(2, 8, figsize=(8, 2.2))
for ax, channel in zip(grid.flat, np.moveaxis(maps, -1, 0)):
    ax.imshow(channel, cmap="gray_r")
    ax.axis("off")
plt.show()
# --8<-- [end:maps]

# --8<-- [start:save]
cnn.save("mnist.keras")
loaded = keras.models.load_model("mnist.keras")

images = x_test[:1000]
before = cnn.predict(images, verbose=0)
after = loaded.predict(images, verbose=0)
print("equal predictions:", np.array_equal(before, after))
# --8<-- [end:save]
