import keras
from keras.layers import Add, Dense

inputs = keras.Input(shape=(16,))
hidden = Dense(16, activation="relu")(inputs)
joined = Add()([inputs, hidden])
outputs = Dense(1)(joined)
model = keras.Model(inputs=inputs, outputs=outputs)
model.summary()
