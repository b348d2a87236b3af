import keras
from keras.layers import Dense

stack = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
stack.summary()

inputs = keras.Input(shape=(784,))
hidden = Dense(32, activation="relu")(inputs)
outputs = Dense(10, activation="softmax")(hidden)
graph = keras.Model(inputs=inputs, outputs=outputs)
graph.summary()
