import numpy as np
from keras import layers, ops

picture = np.zeros((5, 6))
picture[:, 3:] = 1
kernel = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])

layer = layers.Conv2D(1, 3)
layer.build((None, 5, 6, 1))
layer.set_weights([kernel.reshape(3, 3, 1, 1), np.zeros(1)])
output = layer(picture.reshape(1, 5, 6, 1))
result = ops.convert_to_numpy(output)[0, :, :, 0]

print(picture.astype(int))
print(result.astype(int))
print("one place by hand:", (picture[0:3, 1:4] * kernel).sum())
