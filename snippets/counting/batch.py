import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
for size in (1, 100):
    outputs = model.predict(np.zeros((size, 784)), verbose=0)
    print(outputs.shape, model.count_params())

fixed = keras.Sequential(
    [
        keras.Input(shape=(784,), batch_size=100),
        Dense(32),
        Dense(10),
    ]
)
print(fixed.output_shape, fixed.count_params())
