# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras

model = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3)]
)
model.save_weights("weights.h5")
