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

data = np.ones((3, 1))
answers = np.array([[0.0], [0.0], [3.0]])
history = model.fit(
    data, answers, batch_size=2, shuffle=False, verbose=0
)
recorded = history.history["loss"][0]

losses = answers**2
batches = [losses[:2].mean(), losses[2:].mean()]
print("recorded:        ", recorded)
print("mean of batches: ", np.mean(batches))
print("mean of samples: ", np.mean(losses))
