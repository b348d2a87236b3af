import keras
from keras.layers import Dense

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(128, activation="relu"),
        Dense(64, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
counts = [layer.count_params() for layer in model.layers]
print(counts)
print(sum(counts), model.count_params())
