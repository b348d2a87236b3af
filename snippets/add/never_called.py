# /// script
# [tool.proof]
# raises = "AttributeError"
# [tool.proof.differs]
# now-torch = "PyTorch looks for the attribute first, and its message wins"
# ///
import keras
from keras.layers import Dense

model = keras.Sequential()
model.add(Dense(32))
print(model.output)
