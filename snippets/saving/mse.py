# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras

model = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3)]
)
model.compile("adam", "mse")
model.save("model.h5")

plain = keras.saving.load_model("model.h5", compile=False)
print("without compiling:", plain.count_params())

keras.saving.load_model("model.h5")
