# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(8,))
main = Dense(3, activation="softmax", name="main")(inputs)
aux = Dense(1, name="aux")(inputs)
model = Model(inputs=inputs, outputs=[main, aux])
model.compile(
    optimizer="rmsprop",
    loss=["categorical_crossentropy", "mse"],
    metrics=["mae", "accuracy"],
)

data = np.ones((4, 8))
answers = [np.eye(4, 3), np.ones((4, 1))]
history = model.fit(data, answers, verbose=0).history
flat = sorted(name for name in history if "loss" not in name)
print(flat)
