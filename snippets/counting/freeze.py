# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-jax = "frozen after fit(), JAX raises; TensorFlow goes on"
# now-torch = "frozen after fit(), PyTorch obeys, TensorFlow not"
# ///
import keras
import numpy as np
from keras.layers import Dense

x, y = np.full((8, 784), 0.01), np.ones((8, 10))
model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)],
)
first = model.layers[0]


def moved():
    before = first.get_weights()[0]
    model.fit(x, y, verbose=0)
    return not np.array_equal(before, first.get_weights()[0])


model.compile(optimizer="sgd", loss="mse")
first.trainable = False
early = moved()
print("frozen before the first fit(), moved:", early)

first.trainable = True
model.compile(optimizer="sgd", loss="mse")
print("trainable, compiled again, moved:", moved())

first.trainable = False
model.compile(optimizer="sgd", loss="mse")
again = moved()
print("frozen, compiled again, moved:", again)

first.trainable = True
model.compile(optimizer="sgd", loss="mse")
moved()
first.trainable = False
try:
    late = moved()
    print("frozen after fit(), not compiled, moved:", late)
except ValueError as error:
    late = str(error)
    print("frozen after fit(), not compiled: ValueError")
    print(late.split(" corresponding")[0])
