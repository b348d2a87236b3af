# /// script
# [tool.proof.differs]
# now-openvino = "predict() goes on with the weights of its first call"
# ///
# --8<-- [start:models]
import keras
import numpy as np
from keras.layers import Dense

stack = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
inputs = keras.Input(shape=(784,))
hidden = Dense(32, activation="relu")(inputs)
outputs = Dense(10, activation="softmax")(hidden)
graph = keras.Model(inputs=inputs, outputs=outputs)
# --8<-- [end:models]

# --8<-- [start:copy]
images = np.random.default_rng(0).random((5, 784))


def agreeing(one, other):
    return int(np.isclose(one, other).all(axis=1).sum())


def predicted():
    one = stack.predict(images, verbose=0)
    other = graph.predict(images, verbose=0)
    return agreeing(one, other)


before = predicted()
graph.set_weights(stack.get_weights())
after = predicted()
one = keras.ops.convert_to_numpy(stack(images))
other = keras.ops.convert_to_numpy(graph(images))
called = agreeing(one, other)
print("equal before copying the weights:", before)
print("equal after copying the weights: ", after)
print("equal when called directly:      ", called)
# --8<-- [end:copy]
