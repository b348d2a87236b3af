import keras
import matplotlib.pyplot as plt
import numpy as np

layer = keras.layers.Dense(2)
layer.build((None, 3))
layer.set_weights(
    [np.array([[1, 2], [3, 4], [5, 6]]), np.array([7, 8])]
)
kernel, bias = layer.get_weights()

fig, ax = plt.subplots(figsize=(5, 3))
for i, row in enumerate(kernel):
    for j, weight in enumerate(row):
        start, end = -i, -0.5 - j
        ax.plot([0, 1], [start, end], color="tab:blue")
        height = start + 0.3 * (end - start)
        ax.text(0.3, height + 0.05, f"{weight:.0f}", ha="center")
inputs, units = len(kernel), len(bias)
ax.scatter([0] * inputs, range(0, -inputs, -1), s=200, zorder=3)
heights = [-0.5 - j for j in range(units)]
ax.scatter([1] * units, heights, s=200, zorder=3)
for j, number in enumerate(bias):
    ax.text(1.07, -0.5 - j, f"bias {number:.0f}", va="center")
ax.set(xlim=(-0.15, 1.35), ylim=(-inputs + 0.6, 0.4))
ax.set_xticks([0, 1], ["inputs", "units"])
ax.set_yticks([])
plt.show()
print("kernel:", kernel.shape, "bias:", bias.shape)
