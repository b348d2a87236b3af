from keras.layers import Dense, EinsumDense

dense = Dense(32)
dense.build((None, 20, 64))
same = EinsumDense(
    "abc,cd->abd", output_shape=(20, 32), bias_axes="d"
)
same.build((None, 20, 64))
heads = EinsumDense(
    "abc,cde->abde", output_shape=(20, 8, 16), bias_axes="de"
)
heads.build((None, 20, 64))
for layer in (dense, same, heads):
    shapes = [tuple(weight.shape) for weight in layer.weights]
    print(layer.count_params(), shapes)
