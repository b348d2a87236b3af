# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(8,)), Dense(1)])
model.compile(optimizer="rmsprop", loss="mse")
model.fit(np.ones((4, 8)), np.ones((4, 1)), epochs=3, verbose=0)
learned = model.get_weights()
before = int(model.optimizer.iterations)

model.compile(optimizer="rmsprop", loss="mse")
after = int(model.optimizer.iterations)
kept = all(map(np.array_equal, learned, model.get_weights()))
print("weights kept:", kept)
print("steps counted:", before, "->", after)
