# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        Dense(1, kernel_initializer="zeros", use_bias=False),
    ],
)
optimizer = keras.optimizers.SGD(learning_rate=0.25)
model.compile(optimizer=optimizer, loss="mse")

data = np.ones((2, 1))
answers = np.full((2, 1), 2.0)
history = model.fit(data, answers, batch_size=1, verbose=0)
during = history.history["loss"][0]
after = model.evaluate(data, answers, verbose=0)
print("fit:     ", during)
print("evaluate:", after)
