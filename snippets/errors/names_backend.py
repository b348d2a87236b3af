# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "The message names the class of the backend that trains"
# now-torch = "The message names the class of the backend that trains"
# ///
# --8<-- [start:nb-epoch]
import keras
import numpy as np

model = keras.Sequential(
    [keras.Input(shape=(2,)), keras.layers.Dense(1)]
)
model.compile(optimizer="sgd", loss="mse")
data, answers = np.ones((4, 2)), np.ones((4, 1))
for old in ({"nb_epoch": 2}, {"workers": 4}):
    try:
        model.fit(data, answers, **old)
    except TypeError as error:
        print("TypeError:", error)

history = model.fit(data, answers, epochs=2, verbose=0)
print(len(history.history["loss"]))
# --8<-- [end:nb-epoch]
