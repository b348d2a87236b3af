import keras
from keras.layers import Add, Dense

inputs = keras.Input(shape=(784,), name="pixels")
first = Dense(64, activation="relu")(inputs)
second = Dense(64, activation="relu")(first)
merged = Add()([first, second])
outputs = Dense(10, activation="softmax")(merged)
model = keras.Model(inputs=inputs, outputs=outputs)
model.summary()
