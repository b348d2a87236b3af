# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np

x = np.linspace(-1, 1, 64).reshape(-1, 1)
y = 3 * x + 2

model = keras.Sequential(
    [keras.Input(shape=(1,)), keras.layers.Dense(1)]
)
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
model.fit(x, y, batch_size=8, epochs=30, verbose=0)

kernel, bias = model.get_weights()
print("slope:    ", round(float(kernel[0, 0]), 2))
print("intercept:", round(float(bias[0]), 2))
