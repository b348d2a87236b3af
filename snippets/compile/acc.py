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
data = np.ones((64, 8))
labels = np.arange(64) % 3


def recorded(metrics):
    model.compile(
        optimizer="rmsprop",
        loss="sparse_categorical_crossentropy",
        metrics=metrics,
    )
    return model.fit(data, labels, verbose=0).history


print(list(recorded(["acc"])))
print(list(recorded(["accuracy"])))
try:
    recorded(["accuracy"])["acc"]
except KeyError as error:
    print("KeyError:", error)
