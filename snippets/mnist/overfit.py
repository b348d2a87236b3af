# /// script
# [tool.proof]
# data = ["mnist"]
# seconds = 300
# trains = true
#
# [tool.proof.tolerance]
# curves = 0.3
# ///

# --8<-- [start:fit]
import keras
import matplotlib.pyplot as plt
from keras import layers
from keras.datasets import mnist

keras.utils.set_random_seed(0)
(images, labels), _ = mnist.load_data()
x = images[:2000].reshape(-1, 784).astype("float32") / 255
y = labels[:2000]

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x, y, epochs=60, validation_split=0.5, verbose=0)
# --8<-- [end:fit]

# --8<-- [start:curves]
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.plot(history.history["loss"], label="training")
left.plot(history.history["val_loss"], label="validation")
left.set(title="Loss", xlabel="epoch")
left.legend()
right.plot(history.history["accuracy"], label="training")
right.plot(history.history["val_accuracy"], label="validation")
right.set(title="Accuracy", xlabel="epoch")
right.legend()
plt.show()
# --8<-- [end:curves]
