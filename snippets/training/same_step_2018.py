# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import keras
import numpy as np

x = np.array([[-1.0], [0.0], [1.0]], dtype="float32")
y = 3 * x + 2

model = keras.models.Sequential()
model.add(
    keras.layers.Dense(
        1, input_shape=(1,), kernel_initializer="zeros"
    )
)
model.compile(optimizer=keras.optimizers.SGD(lr=0.25), loss="mse")

rows = []
for step in range(1, 7):
    model.train_on_batch(x, y)
    kernel, bias = model.get_weights()
    rows.append((float(kernel[0, 0]), float(bias[0])))
    print(step, "   {:.3f}  {:.3f}".format(*rows[-1]))
