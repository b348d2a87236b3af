# /// script
# [tool.proof]
# trains = true
# ///
# --8<-- [start:fit]
import keras
import matplotlib.pyplot as plt
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
centers = np.array([[-2.0, 0.0], [2.0, 0.0], [0.0, 3.0]])
labels = np.arange(240) % 3
points = centers[labels] + rng.normal(size=(240, 2))

model = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        keras.layers.Dense(3, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.1),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
log = model.fit(points, labels, epochs=20, verbose=0).history
accuracy = log["accuracy"][-1]
print("parameters:", model.count_params())
print("accuracy above 0.9:", accuracy > 0.9)
# --8<-- [end:fit]

# --8<-- [start:predict]
places = np.array([[-2.0, 0.0], [0.0, 4.0], [0.0, 0.0]])
probs = model.predict(places, verbose=0)
for place, row in zip(places, probs):
    print(place, "sure:", row.max() > 0.8)
# --8<-- [end:predict]

# --8<-- [start:regions]
side = np.linspace(-5, 5, 101)
grid = np.stack(np.meshgrid(side, side + 1), axis=-1)
answers = model.predict(grid.reshape(-1, 2), verbose=0).argmax(1)
answers = answers.reshape(101, 101)

fig, ax = plt.subplots(figsize=(5, 4))
ax.contourf(
    side,
    side + 1,
    answers,
    levels=[-0.5, 0.5, 1.5, 2.5],
    colors=["C0", "C1", "C2"],
    alpha=0.25,
)
for label, mark in enumerate("os^"):
    own = points[labels == label]
    ax.plot(*own.T, mark, markersize=4, label=f"class {label}")
ax.legend()
plt.show()
# --8<-- [end:regions]
