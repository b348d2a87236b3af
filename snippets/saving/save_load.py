# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
data = np.random.normal(size=(64, 4))
labels = np.arange(64) % 3

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(data, labels, epochs=2, verbose=0)

model.save("model.keras")
again = keras.saving.load_model("model.keras")

before = model.predict(data, verbose=0)
after = again.predict(data, verbose=0)
print("same predictions:", np.array_equal(before, after))
print("optimizer:", again.optimizer.name)
print("steps so far:", int(again.optimizer.iterations))
