# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras
import numpy as np
from keras import layers

model = keras.Sequential(
    [keras.Input(shape=(4,)), layers.Lambda(lambda x: x * 3)]
)
model.save("lambda.keras")

trusted = keras.saving.load_model("lambda.keras", safe_mode=False)
print(trusted.predict(np.ones((1, 4)), verbose=0).tolist())

keras.saving.load_model("lambda.keras")
