import keras
from keras.layers import Dense

model = keras.Sequential([keras.Input(shape=(8,)), Dense(1)])
try:
    model.compile(optimizer="rmsprop", loss="mse", metrics="mae")
except ValueError as error:
    print("ValueError:", error)
