import keras
from keras.layers import Concatenate, Dense

left = keras.Input(shape=(784,))
right = keras.Input(shape=(784,))
encode = Dense(32, activation="relu")
joined = Concatenate()([encode(left), encode(right)])
outputs = Dense(1)(joined)
model = keras.Model([left, right], outputs)

print(encode.count_params(), model.count_params())
