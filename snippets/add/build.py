import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))
model.build((None, 784))
print("built:", model.built, "parameters:", model.count_params())
print("output shape:", model.output_shape)
