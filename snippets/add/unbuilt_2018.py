# /// script
# [tool.proof]
# lanes = ["then"]
# raises = "ValueError"
# ///
from keras.layers import Dense
from keras.models import Sequential

model = Sequential()
model.add(Dense(units=32))
