import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))
print("built:", model.built, "weights:", model.weights)
model.summary()
