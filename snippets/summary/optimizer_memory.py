# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-jax = "the step counter takes four bytes, eight on TensorFlow"
# now-torch = "the step counter takes four bytes, eight on TensorFlow"
# ///
import keras
import numpy as np
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))

model.compile(
    optimizer="rmsprop", loss="sparse_categorical_crossentropy"
)
model.fit(np.zeros((8, 784)), np.zeros(8), verbose=0)

size = 0
for variable in model.optimizer.variables:
    array = keras.ops.convert_to_numpy(variable)
    print(
        variable.name, array.dtype, array.size, "x", array.itemsize
    )
    size += array.nbytes
print(size, "bytes =", round(size / 1024, 2), "KB")
