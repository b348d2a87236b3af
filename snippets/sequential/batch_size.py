import keras
import numpy as np
from keras.layers import Activation, Dense

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32),
        Activation("relu"),
        Dense(10),
        Activation("softmax"),
    ]
)
for count in (1, 5, 64):
    images = np.zeros((count, 784))
    outputs = model(images)
    print(images.shape, "->", tuple(outputs.shape))
