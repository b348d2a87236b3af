# /// script
# [tool.proof]
# lanes = ["then"]
# ///
from keras.layers import Dense, Embedding, InputLayer
from keras.models import Sequential

ways = [
    [Dense(32, input_shape=(784,))],
    [Dense(32, batch_input_shape=(None, 784))],
    [Dense(32, input_dim=784)],
    [InputLayer(input_shape=(784,)), Dense(32)],
    [Sequential([Dense(784, input_dim=784)]), Dense(32)],
    [Embedding(1000, 784), Dense(32)],
]
for layers in ways:
    model = Sequential(layers)
    names = [type(layer).__name__ for layer in layers]
    print(names, layers[-1].count_params())
