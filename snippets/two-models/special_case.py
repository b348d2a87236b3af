import keras
from keras.layers import Dense

stack = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
graph = keras.Model(inputs=stack.inputs, outputs=stack.outputs)

print("Sequential is a Model:    ", isinstance(stack, keras.Model))
print("functional is a Model:    ", isinstance(graph, keras.Model))
print(
    "functional is Sequential: ",
    isinstance(graph, keras.Sequential),
)
print(
    "same layer in both models:", graph.layers[1] is stack.layers[0]
)

middle = keras.Model(stack.inputs, stack.layers[0].output)
print("ends at the first layer:  ", middle.output_shape)
