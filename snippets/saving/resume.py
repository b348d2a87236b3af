# /// script
# [tool.proof]
# trains = true
# volatile = ["site-packages"]
# ///
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
data = np.random.normal(size=(64, 4))
labels = np.arange(64) % 3


def train(model, epochs):
    done = model.fit(
        data, labels, epochs=epochs, shuffle=False, verbose=0
    )
    return done.history["loss"]


def build():
    keras.utils.set_random_seed(1)
    hidden = layers.Dense(8, activation="relu")
    output = layers.Dense(3, activation="softmax")
    model = keras.Sequential(
        [keras.Input(shape=(4,)), hidden, output]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


# --8<-- [start:whole]
unbroken = train(build(), epochs=6)

model = build()
first = train(model, epochs=3)
model.save("model.keras")

again = keras.saving.load_model("model.keras")
rest = train(again, epochs=3)

print("the same losses:", first + rest == unbroken)
print("steps:", int(again.optimizer.iterations))
# --8<-- [end:whole]

# --8<-- [start:weights]
model = build()
train(model, epochs=3)
model.save_weights("model.weights.h5")

fresh = build()
fresh.load_weights("model.weights.h5")
forgotten = int(fresh.optimizer.iterations)
print("steps after loading:", forgotten)
lost = train(fresh, epochs=3)
print("the same losses:", lost == unbroken[3:])
# --8<-- [end:weights]

# --8<-- [start:built]
built = build()
built.optimizer.build(built.trainable_variables)
built.load_weights("model.weights.h5")
remembered = int(built.optimizer.iterations)
print("steps after loading:", remembered)
kept = train(built, epochs=3)
print("the same losses:", kept == unbroken[3:])
# --8<-- [end:built]
