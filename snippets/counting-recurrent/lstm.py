import keras
from keras.layers import LSTM

model = keras.Sequential([keras.Input(shape=(20, 32)), LSTM(64)])
cell = model.layers[0].cell
shapes = {
    "kernel": tuple(cell.kernel.shape),
    "recurrent_kernel": tuple(cell.recurrent_kernel.shape),
    "bias": tuple(cell.bias.shape),
}
for name, shape in shapes.items():
    print(f"{name:17}", shape)
print(model.count_params())

bias = keras.ops.convert_to_numpy(cell.bias)
quarters = [part.tolist() for part in bias.reshape(4, 64)]
print([sorted(set(part)) for part in quarters])
