import keras
import numpy as np
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

same.set_weights(dense.get_weights())
x = np.random.default_rng(0).normal(size=(4, 20, 64))
one, other = (
    keras.ops.convert_to_numpy(layer(x)) for layer in (dense, same)
)
print("same results:", np.allclose(one, other, atol=0.001))
