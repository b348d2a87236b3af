import keras
from keras.layers import BatchNormalization

model = keras.Sequential(
    [keras.Input(shape=(64,)), BatchNormalization()]
)
layer = model.layers[0]
for weight in layer.weights:
    print(
        f"{weight.name:16}", tuple(weight.shape), weight.trainable
    )
model.summary()
