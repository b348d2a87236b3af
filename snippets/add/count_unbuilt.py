# /// script
# [tool.proof]
# raises = "ValueError"
# ///
import keras
from keras.layers import Dense

model = keras.Sequential()
model.add(Dense(32))
model.count_params()
