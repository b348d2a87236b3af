import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
for layer in (Dense(32), Activation("relu"), Dense(10)):
    model.add(layer)
    print(layer.name, model.output_shape, model.count_params())
