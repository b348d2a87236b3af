# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-jax = "the step counter takes eight bytes on TensorFlow, four elsewhere"
# now-torch = "the step counter takes eight bytes on TensorFlow, four elsewhere"
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
model.summary()
print("count_params:", model.count_params())
for variable in model.optimizer.variables:
    print(variable.path, variable.shape)
