# --8<-- [start:stack]
import keras
from keras.layers import Dense

stack = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
# --8<-- [end:stack]

# --8<-- [start:graph]
inputs = keras.Input(shape=(784,))
hidden = Dense(32, activation="relu")(inputs)
outputs = Dense(10, activation="softmax")(hidden)
graph = keras.Model(inputs=inputs, outputs=outputs)
# --8<-- [end:graph]

# --8<-- [start:compare]
for model in (stack, graph):
    print(
        type(model).__name__,
        model.input_shape,
        "->",
        model.output_shape,
    )
    print([tuple(weight.shape) for weight in model.weights])
    print(model.count_params())
# --8<-- [end:compare]
