# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras

keras.saving.load_model("model")
