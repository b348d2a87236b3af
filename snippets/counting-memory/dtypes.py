import keras
from keras.layers import Dense


def network(dtype):
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            Dense(32, dtype=dtype),
            Dense(10, dtype=dtype),
        ]
    )


sizes = {}
for dtype in ("float32", "mixed_float16", "float16"):
    arrays = network(dtype).get_weights()
    sizes[dtype] = sum(array.nbytes for array in arrays)
    print(f"{dtype:14}{sizes[dtype]:8,}", arrays[0].dtype)

model = network("float32")
for layer in model.layers:
    layer.quantize("int8")
for weight in model.layers[0].weights:
    print(weight.name, weight.dtype, tuple(weight.shape))
small = model.count_params()
sizes["int8"] = sum(array.nbytes for array in model.get_weights())
print(f"{'int8':14}{sizes['int8']:8,}")
