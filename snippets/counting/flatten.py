import keras
from keras.layers import Dense, Flatten

rows = keras.Sequential([keras.Input(shape=(28, 28)), Dense(32)])
flat = keras.Sequential(
    [keras.Input(shape=(28, 28)), Flatten(), Dense(32)]
)

for model in (rows, flat):
    print(model.output_shape, model.count_params())
