# /// script
# [tool.proof]
# lanes = ["then"]
# trains = true
# ///
import numpy as np
from keras.layers import Activation, Dense
from keras.models import Sequential

model = Sequential()
model.add(Dense(units=32, input_shape=(784,)))
model.add(Activation(activation="relu"))
model.add(Dense(units=10))
model.add(Activation(activation="softmax"))

model.compile(
    optimizer="rmsprop", loss="sparse_categorical_crossentropy"
)
model.fit(np.zeros((8, 784)), np.zeros(8), verbose=0)
model.summary()
print("count_params:", model.count_params())
for array in model.optimizer.get_weights():
    print("rmsprop", array.shape)
