# /// script
# [tool.proof.tolerance]
# figure = 0.001
# ///
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras.layers import Activation

x = np.arange(-40, 41, dtype="float32") / 10
fig, axes = plt.subplots(
    1, 4, figsize=(9, 2.2), layout="constrained"
)
for ax, rule in zip(axes, ["relu", "sigmoid", "tanh"]):
    y = keras.ops.convert_to_numpy(Activation(rule)(x))
    ax.plot(x, y)
    ax.set(title=rule, xlabel="input")
    ax.grid(alpha=0.3)
    print(f"{rule}: from {y.min():.3f} to {y.max():.3f}")

scores = np.array([[-1.0, 0.0, 1.0, 3.0]])
probabilities = keras.ops.convert_to_numpy(
    Activation("softmax")(scores)
)[0]
axes[3].bar(["-1", "0", "1", "3"], probabilities)
axes[3].set(title="softmax", xlabel="scores")
plt.show()
