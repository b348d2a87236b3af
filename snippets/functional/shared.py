import keras
from keras.layers import Concatenate, Dense

left = keras.Input(shape=(784,), name="left")
right = keras.Input(shape=(784,), name="right")

reader = Dense(64, activation="relu", name="reader")
both = Concatenate()([reader(left), reader(right)])
same = Dense(1, activation="sigmoid", name="same")(both)
model = keras.Model(inputs=[left, right], outputs=same)

for layer in model.layers:
    print(layer.name, layer.count_params())
print("total", model.count_params())
