# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras import ops

x = np.array([[-1.0], [0.0], [1.0]], dtype="float32")
y = 3 * x + 2
x_tensor = ops.convert_to_tensor(x)
y_tensor = ops.convert_to_tensor(y)
rate = 0.25

model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        keras.layers.Dense(1, kernel_initializer="zeros"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")

w, b = 0.0, 0.0
rows = []
for _ in range(6):
    error = w * x_tensor + b - y_tensor
    w, b = (
        w - rate * float(ops.mean(2 * error * x_tensor)),
        b - rate * float(ops.mean(2 * error)),
    )
    model.train_on_batch(x, y)
    kernel, bias = model.get_weights()
    rows.append((w, b, float(kernel[0, 0]), float(bias[0])))

print("step   w      b      w in Keras  b in Keras")
for step, row in enumerate(rows, start=1):
    print(
        step, "   {:.3f}  {:.3f}  {:10.3f}  {:10.3f}".format(*row)
    )
gap = max(abs(row[i] - row[i + 2]) for row in rows for i in (0, 1))
print("gaps below 0.00001:", gap < 0.00001)
