import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(20, 32)),
        layers.Bidirectional(
            layers.LSTM(64, return_sequences=True)
        ),
        layers.TimeDistributed(layers.Dense(8)),
    ]
)
both, each = model.layers
for layer in model.layers:
    print(layer.count_params(), tuple(layer.output.shape))

longer = layers.TimeDistributed(layers.Dense(8))
longer.build((None, 500, 128))
plain = layers.Dense(8)
plain.build((None, 20, 128))
print(longer.count_params(), plain.count_params())

added = layers.Bidirectional(
    layers.LSTM(64, return_sequences=True), merge_mode="sum"
)
added.build((None, 20, 32))
print(added.count_params())
print(added.compute_output_shape((None, 20, 32)))
