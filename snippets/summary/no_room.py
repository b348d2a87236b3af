# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)],
)
model.summary(line_length=15)
