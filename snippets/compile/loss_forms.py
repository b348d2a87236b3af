import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(10, activation="softmax", kernel_initializer="zeros"),
    ],
)
data = np.ones((10, 784))
labels = np.eye(10)

values = []
for loss in (
    "categorical_crossentropy",
    keras.losses.categorical_crossentropy,
    keras.losses.CategoricalCrossentropy(),
):
    model.compile(loss=loss)
    values.append(model.evaluate(data, labels, verbose=0))
    print(f"{values[-1]:.3f}")
print(f"natural logarithm of 10: {np.log(10):.3f}")
