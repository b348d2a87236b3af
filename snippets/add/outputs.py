import keras
import numpy as np
from keras.layers import Dense

data = np.zeros((1, 784))
inputs = keras.Input(shape=(784,))
models = {
    "Input": keras.Sequential([inputs, Dense(32)]),
    "build()": keras.Sequential([Dense(32)]),
    "called": keras.Sequential([Dense(32)]),
    "predict()": keras.Sequential([Dense(32)]),
    "symbolic": keras.Sequential([Dense(32)]),
}
models["build()"].build((None, 784))
models["called"](data)
models["predict()"].predict(data, verbose=0)
models["symbolic"](inputs)

for name, model in models.items():
    print(f"{name:10} built: {model.built},", end=" ")
    print("has output:", hasattr(model, "output"))

model = models["Input"]
print(model.outputs[0].shape, model.layers[-1].output.shape)
