# /// script
# [tool.proof]
# trains = true
# ///
from pathlib import Path

import keras
import numpy as np
from keras import layers

only = layers.Dense(1, kernel_initializer="zeros", use_bias=False)
model = keras.Sequential([keras.Input(shape=(1,)), only])
model.compile(keras.optimizers.SGD(), loss="mse")

rates = [0.25, 0.25, 0.25, 1.5]
ones, twos = np.ones((4, 1)), np.full((4, 1), 2.0)
done = model.fit(
    ones,
    twos,
    validation_data=(ones, twos),
    epochs=4,
    verbose=0,
    callbacks=[
        keras.callbacks.LearningRateScheduler(rates.__getitem__),
        keras.callbacks.ModelCheckpoint("epoch-{epoch}.keras"),
        keras.callbacks.ModelCheckpoint(
            "best.keras", monitor="val_loss", save_best_only=True
        ),
    ],
)

best = keras.saving.load_model("best.keras")
print("val_loss:", *done.history["val_loss"])
files = [*Path().glob("best*"), *Path().glob("epoch*")]
print(*sorted(file.name for file in files))
print("last weight:", model.get_weights()[0].item())
print("best weight:", best.get_weights()[0].item())
