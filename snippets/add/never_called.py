# /// script
# [tool.proof]
# raises = "AttributeError"
# volatile = ["site-packages"]
# ///
import keras
from keras.layers import Dense

model = keras.Sequential()
model.add(Dense(32))
print(model.output)
