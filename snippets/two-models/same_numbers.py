# /// script
# [tool.proof.differs]
# now-openvino = "it calculates less precisely, so the numbers agree less closely"
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


def agree():
    one = stack.predict(images, verbose=0)
    other = graph.predict(images, verbose=0)
    return np.allclose(one, other)


before = agree()
graph.set_weights(stack.get_weights())
after = agree()
print("before copying the weights:", before)
print("after copying the weights: ", after)
# --8<-- [end:copy]
