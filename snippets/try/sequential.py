import keras
from keras.layers import Dense

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
model.summary()
