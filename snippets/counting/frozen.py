import keras
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
model.layers[0].trainable = False
model.summary()
