# /// script
# [tool.proof]
# data = ["mnist"]
# seconds = 300
# trains = true
#
# [tool.proof.tolerance]
# confusion = 60
# mistakes = inf
# ///

# --8<-- [start:train]
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from keras.datasets import mnist

keras.utils.set_random_seed(0)
(x_train, y_train), (x_test, y_test) = mnist.load_data()
flat_train = x_train.reshape(-1, 784).astype("float32") / 255
flat_test = x_test.reshape(-1, 784).astype("float32") / 255

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
)
model.fit(flat_train, y_train, epochs=5, batch_size=128, verbose=0)
probs = model.predict(flat_test, verbose=0)
answers = probs.argmax(axis=1)
wrong = np.flatnonzero(answers != y_test)
print("fewer than 600 wrong:", len(wrong) < 600)
# --8<-- [end:train]

# --8<-- [start:mistakes]
surest = wrong[probs[wrong].max(axis=1).argsort()[::-1]][:12]

fig, grid = plt.subplots(2, 6, figsize=(8, 3.4))
for ax, i in zip(grid.flat, surest):
    ax.imshow(x_test[i], cmap="gray_r")
    ax.set_title(
        f"{y_test[i]} → {answers[i]}\n{probs[i].max():.0%}"
    )
    ax.axis("off")
plt.show()
# --8<-- [end:mistakes]

# --8<-- [start:confusion]
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, answers), 1)

fig, ax = plt.subplots(figsize=(5, 5))
ax.imshow(np.sqrt(confusion), cmap="Blues")
centered = {"ha": "center", "va": "center"}
for label in range(10):
    for answer in range(10):
        color = "white" if label == answer else "black"
        count = confusion[label, answer]
        ax.text(answer, label, count, color=color, **centered)
ax.set(
    xlabel="answer",
    ylabel="label",
    xticks=range(10),
    yticks=range(10),
)
plt.show()
# --8<-- [end:confusion]
