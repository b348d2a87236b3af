# /// script
# [tool.proof]
# lanes = [
#     "now-tensorflow", "now-jax", "now-torch", "then-tensorflow",
# ]
# ///
import keras
import keras.backend as K
import numpy as np

x = np.array([[1.0, -2.0], [3.0, 4.0]], dtype="float32")


def total(values):
    return keras.ops.sum(keras.ops.square(values))


print(keras.__version__)
if hasattr(K, "gradients"):
    inputs = K.placeholder((None, 2))
    sums = K.gradients(K.sum(K.square(inputs)), [inputs])
    slopes = K.function([inputs], sums)([x])[0]
elif K.backend() == "tensorflow":
    import tensorflow as tf

    point = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(point)
        height = total(point)
    slopes = tape.gradient(height, point)
elif K.backend() == "jax":
    import jax

    slopes = jax.grad(total)(x)
else:
    import torch

    point = torch.tensor(x, requires_grad=True)
    slopes = torch.autograd.grad(total(point), point)[0]

slopes = np.asarray(slopes)
print(slopes.tolist())
