# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Dense


def total(model):
    pieces = []
    model.summary(print_fn=pieces.append)
    start = "".join(pieces).split("Total params: ")[1]
    return int(start.split()[0].replace(",", ""))


model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ],
)
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
)
at_compile = [v.name for v in model.optimizer.variables]
before = total(model)
model.fit(np.zeros((32, 784)), np.zeros(32), verbose=0)
after = total(model)
print("after compile():", at_compile)
print("Total params:  ", before, "->", after)
print("count_params():", model.count_params())
for variable in model.optimizer.variables:
    print(variable.path, tuple(variable.shape))
