# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-jax = "its fit() runs without a loss and says nothing"
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(8,)), Dense(1)])
data = np.ones((4, 8))
answers = np.ones((4, 1))

print("predict:", model.predict(data, verbose=0).shape)
try:
    model.fit(data, answers, verbose=0)
except ValueError as error:
    print("fit: ValueError:", error)

model.compile(optimizer="rmsprop")
try:
    model.fit(data, answers, verbose=0)
except ValueError as error:
    print("fit: ValueError:", error)
