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
import numpy as np
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
history = model.fit(
    x, y, epochs=60, validation_split=0.5, verbose=0
)
log = history.history
# --8<-- [end:fit]

# --8<-- [start:wrong]
probs = model.predict(x[1000:], verbose=0)
right = probs.argmax(axis=1) == y[1000:]
losses = -np.log(probs[range(1000), y[1000:]])
best = np.argmin(log["val_loss"])
# --8<-- [end:wrong]

# --8<-- [start:curves]
fig, plots = plt.subplots(1, 2, figsize=(8, 3))
for ax, name in zip(plots, ["loss", "accuracy"]):
    ax.plot(log[name], label="training")
    ax.plot(log["val_" + name], label="validation")
    ax.set(title=name.title(), xlabel="epoch")
    ax.legend()
plt.show()
# --8<-- [end:curves]
