# --8<-- [start:guess]
from keras import ops

x = ops.convert_to_tensor([-1.0, 0.0, 1.0])
y = 3 * x + 2
w, b = 0.0, 0.0

guess = w * x + b
error = guess - y

print("   x  answer  guess  error")
table = ops.convert_to_numpy(
    ops.stack([x, y, guess, error], axis=1)
)
for row in table.astype(int):
    print("{:4}{:8}{:7}{:7}".format(*row))
# --8<-- [end:guess]


# --8<-- [start:loss]
def loss(w, b):
    error = w * x + b - y
    return float(ops.mean(error**2))


print("loss:", round(loss(w, b), 3))
# --8<-- [end:loss]

# --8<-- [start:nudge]
tiny = 0.001
slope_w = (loss(w + tiny, b) - loss(w - tiny, b)) / (2 * tiny)
slope_b = (loss(w, b + tiny) - loss(w, b - tiny)) / (2 * tiny)
print("slopes, measured: ", round(slope_w, 1), round(slope_b, 1))
# --8<-- [end:nudge]


# --8<-- [start:gradient]
def gradient(w, b):
    error = w * x + b - y
    to_w = float(ops.mean(2 * error * x))
    to_b = float(ops.mean(2 * error))
    return to_w, to_b


to_w, to_b = gradient(w, b)
print("slopes, calculated:", round(to_w, 3), round(to_b, 3))
# --8<-- [end:gradient]

# --8<-- [start:step]
rate = 0.25
w = w - rate * to_w
b = b - rate * to_b
print("w:", round(w, 3), " b:", round(b, 3))
print("loss:", round(loss(w, b), 3))
# --8<-- [end:step]
