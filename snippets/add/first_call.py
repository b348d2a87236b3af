import keras
import numpy as np
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))
before = len(model.weights)
print("built:", model.built, "weights:", before)

model(np.zeros((1, 784)))
print("built:", model.built, "weights:", len(model.weights))
for weight in model.weights:
    print(weight.path, weight.shape)
print("output shape:", model.output_shape)
