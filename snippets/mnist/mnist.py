# /// script
# [tool.proof]
# data = ["mnist"]
# products = ["network.bin"]
# seconds = 900
# trains = true
#
# [tool.proof.tolerance]
# curves = 0.1
# "network.bin" = inf
# ///

# --8<-- [start:setup]
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from keras.datasets import mnist

keras.utils.set_random_seed(0)
# --8<-- [end:setup]

# --8<-- [start:load]
(x_train, y_train), (x_test, y_test) = mnist.load_data()
print("train:", x_train.shape, y_train.shape, x_train.dtype)
print("test: ", x_test.shape, y_test.shape, x_test.dtype)
print("pixels from", x_train.min(), "to", x_train.max())
# --8<-- [end:load]

# --8<-- [start:look]
fig, grid = plt.subplots(3, 8, figsize=(8, 3.6))
for ax, image, label in zip(grid.flat, x_train, y_train):
    ax.imshow(image, cmap="gray_r")
    ax.set_title(label)
    ax.axis("off")
plt.show()
# --8<-- [end:look]

# --8<-- [start:classes]
print(np.bincount(y_train))
# --8<-- [end:classes]

# --8<-- [start:scale]
x_train = x_train.astype("float32") / 255
x_test = x_test.astype("float32") / 255
flat_train = x_train.reshape(-1, 784)
flat_test = x_test.reshape(-1, 784)
darkest, lightest = flat_train.min(), flat_train.max()
print(flat_train.shape, "from", darkest, "to", lightest)
# --8<-- [end:scale]

# --8<-- [start:network]
model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.summary()
# --8<-- [end:network]

# --8<-- [start:compile]
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
# --8<-- [end:compile]

# --8<-- [start:fit]
history = model.fit(
    flat_train,
    y_train,
    epochs=5,
    batch_size=128,
    validation_split=0.1,
    verbose=0,
)
print("recorded:", *history.history)
print("steps made:", int(model.optimizer.iterations.numpy()))
# --8<-- [end:fit]

# --8<-- [start:curves]
log = history.history
epochs = range(1, 6)
fig, plots = plt.subplots(1, 2, figsize=(8, 3))
for ax, name in zip(plots, ["loss", "accuracy"]):
    ax.plot(epochs, log[name], label="training")
    ax.plot(epochs, log["val_" + name], label="validation")
    ax.set(title=name.title(), xlabel="epoch", xticks=epochs)
    ax.legend()
plt.show()
# --8<-- [end:curves]

# --8<-- [start:evaluate]
loss, accuracy = model.evaluate(flat_test, y_test, verbose=0)
print("more than 94 % right:", accuracy > 0.94)
# --8<-- [end:evaluate]

# --8<-- [start:predict]
probs = model.predict(flat_test, verbose=0)
answers = probs.argmax(axis=1)
print(probs.shape)
print("first answers:", answers[:8])
print("first labels: ", y_test[:8])
# --8<-- [end:predict]

# --8<-- [start:hand-over]
weights = [array.ravel() for array in model.get_weights()]
numbers = np.concatenate(weights).astype("<f4")
numbers.tofile("network.bin")
print([array.size for array in weights], "numbers in a row")
print(numbers.nbytes, "bytes")
# --8<-- [end:hand-over]
