import keras
from keras import layers
model = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(32), layers.Activation("relu"), layers.Dense(10)])
model.summary()
