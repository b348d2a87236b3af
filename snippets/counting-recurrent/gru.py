from keras.layers import GRU

usual = GRU(5)
older = GRU(5, reset_after=False)
for layer in (usual, older):
    layer.build((None, 20, 4))
    shapes = [tuple(weight.shape) for weight in layer.weights]
    print(layer.reset_after, layer.count_params(), shapes)

try:
    older.set_weights(usual.get_weights())
except ValueError as error:
    refused = str(error)
    print(refused.splitlines()[0])
