# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(1,)), Dense(1, kernel_initializer="zeros")],
)
standing_still = keras.optimizers.SGD(learning_rate=0.0)
model.compile(optimizer=standing_still, loss="mse")

data = np.ones((100, 1))
answers = np.ones((100, 1))
answers[80:] = 3.0
history = model.fit(data, answers, validation_split=0.2, verbose=0)
print(history.history)
