# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(8,)), Dense(3, activation="softmax")],
)
model.compile(
    optimizer=keras.optimizers.RMSprop(learning_rate=0.01),
    loss=keras.losses.CategoricalCrossentropy(),
    metrics=[keras.metrics.CategoricalAccuracy(name="hits")],
)
history = model.fit(np.ones((4, 8)), np.eye(4, 3), verbose=0)
print(f"learning rate: {float(model.optimizer.learning_rate):g}")
print("recorded:", list(history.history))
