import keras
from keras.layers import Dense

inputs = keras.Input(shape=(784,))
outputs = Dense(10, activation="softmax")(inputs)
other = keras.Input(shape=(784,))
try:
    keras.Model(inputs=other, outputs=outputs)
except ValueError as error:
    message = str(error)
    print("ValueError:", message)

two = [Dense(10)(inputs), Dense(1)(other)]
try:
    keras.Model(inputs=inputs, outputs=two)
except ValueError as error:
    print("ValueError:", error)
