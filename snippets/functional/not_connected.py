import keras
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
other = keras.Input(shape=(784,))
digit = Dense(10, activation="softmax")(inputs)
slant = Dense(1)(other)


def report(inputs, outputs):
    try:
        keras.Model(inputs=inputs, outputs=outputs)
    except ValueError as error:
        print("ValueError:", error)
        return str(error)


message = report(other, digit)
for outputs in ([digit, slant], {"digit": digit, "slant": slant}):
    report(inputs, outputs)
