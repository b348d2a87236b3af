import numpy as np

x = np.linspace(-1, 1, 64)
y = 3 * x + 2
w, b = 0.0, 0.0

order = np.random.default_rng(0).permutation(64)
batches = order.reshape(8, 8)


def gradient(chosen):
    error = w * x[chosen] + b - y[chosen]
    return np.mean(2 * error * x[chosen]), np.mean(2 * error)


print("batch  slope of w  slope of b")
slopes = np.array([gradient(batch) for batch in batches])
for number, (to_w, to_b) in enumerate(slopes, start=1):
    print(f"{number:5}{to_w:12.2f}{to_b:12.2f}")
whole = gradient(order)
print("mean {:13.2f}{:12.2f}".format(*slopes.mean(axis=0)))
print("all  {:13.2f}{:12.2f}".format(*whole))
