# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import numpy as np
from keras.layers import Dense
from keras.models import Sequential

model = Sequential(
    [Dense(3, activation="softmax", input_shape=(8,))]
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


print(sorted(recorded(["acc"])))
print(sorted(recorded(["accuracy"])))
try:
    recorded(["accuracy"])["accuracy"]
except KeyError as error:
    print("KeyError:", error)
