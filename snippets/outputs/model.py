import keras
from keras.layers import Concatenate, Dense

pixels = keras.Input(shape=(784,), name="pixels")
pen = keras.Input(shape=(4,), name="pen")
seen = Dense(64, activation="relu", name="seen")(pixels)
joined = Concatenate(name="joined")([seen, pen])
main = Dense(10, activation="softmax", name="main")(joined)
aux = Dense(1, name="aux")(joined)
model = keras.Model(inputs=[pixels, pen], outputs=[main, aux])

print("inputs: ", [tensor.name for tensor in model.inputs])
print("outputs:", model.output_names)
model.summary()
