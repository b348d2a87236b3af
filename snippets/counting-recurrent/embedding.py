import keras
from keras.layers import Embedding

model = keras.Sequential(
    [keras.Input(shape=(20,)), Embedding(10_000, 16)]
)
layer = model.layers[0]
print(tuple(layer.embeddings.shape), layer.count_params())
print(model.output_shape)
