import keras
from keras.layers import Dense

base = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(128), Dense(32)]
)
inputs = keras.Input(shape=(784,))
model = keras.Model(inputs, Dense(10)(base(inputs)))
print([layer.count_params() for layer in model.layers])


def sizes():
    return [
        sum(keras.ops.size(weight) for weight in weights)
        for weights in (
            model.trainable_weights,
            model.non_trainable_weights,
        )
    ]


before = [int(size) for size in sizes()]
base.trainable = False
after = [int(size) for size in sizes()]
print(before, after, model.count_params())
