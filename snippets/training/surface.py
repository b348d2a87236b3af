# --8<-- [start:walk]
import matplotlib.pyplot as plt
import numpy as np

x = np.array([-1.0, 0.0, 1.0])
y = 3 * x + 2


def loss(w, b):
    return np.mean((w * x + b - y) ** 2)


def walk(rate, steps, w=0.0, b=0.0):
    path = [(w, b)]
    for _ in range(steps):
        error = w * x + b - y
        w, b = (
            w - rate * np.mean(2 * error * x),
            b - rate * np.mean(2 * error),
        )
        path.append((w, b))
    return np.array(path)


ws, bs = np.linspace(-1, 7, 81), np.linspace(-2, 6, 81)
surface = np.array([[loss(w, b) for w in ws] for b in bs])
# --8<-- [end:walk]

# --8<-- [start:path]
path = walk(rate=0.25, steps=12)
fig, ax = plt.subplots(figsize=(5, 4))
levels = [0.1, 0.5, 1, 2, 4, 7, 10, 14, 19, 25]
lines = ax.contour(ws, bs, surface, levels, colors="gray")
ax.clabel(lines, fontsize=7)
ax.plot(*path.T, "o-")
ax.plot(3, 2, "k*", markersize=12)
ax.set(xlabel="w", ylabel="b", title="Loss")
plt.show()
# --8<-- [end:path]

# --8<-- [start:rates]
fig, plots = plt.subplots(1, 3, figsize=(9, 3), sharey=True)
for ax, rate in zip(plots, (0.02, 0.25, 0.95)):
    path = walk(rate, steps=12)
    ax.contour(ws, bs, surface, levels, colors="gray")
    ax.plot(*path.T, "o-", markersize=4)
    ax.plot(3, 2, "k*", markersize=12)
    ax.set(xlabel="w", title=f"learning rate {rate}")
plots[0].set_ylabel("b")
plt.show()

print("rate   loss after 12 steps")
after = {}
for rate in (0.02, 0.1, 0.25, 0.5, 0.95, 1.0, 1.05):
    after[rate] = loss(*walk(rate, steps=12)[-1])
    print(f"{rate:4}  {after[rate]:10.3f}")
# --8<-- [end:rates]
