from keras import layers


def embedding(input_dim, output_dim):
    return input_dim * output_dim


def simple_rnn(inputs, units, use_bias=True):
    return units * (inputs + units + use_bias)


def lstm(inputs, units, use_bias=True):
    return 4 * units * (inputs + units + use_bias)


def gru(inputs, units, use_bias=True, reset_after=True):
    weights = 3 * units * (inputs + units)
    return weights + 3 * units * use_bias * (1 + reset_after)


def bidirectional(wrapped):
    return 2 * wrapped


older = layers.GRU(64, reset_after=False)
both = layers.Bidirectional(layers.LSTM(64))
each = layers.TimeDistributed(layers.Dense(8))
rows = [
    (embedding(1000, 32), layers.Embedding(1000, 32), (None, 20)),
    (simple_rnn(32, 64), layers.SimpleRNN(64), (None, 20, 32)),
    (lstm(32, 64), layers.LSTM(64), (None, 20, 32)),
    (gru(32, 64), layers.GRU(64), (None, 20, 32)),
    (gru(32, 64, reset_after=False), older, (None, 20, 32)),
    (bidirectional(lstm(32, 64)), both, (None, 20, 32)),
    (32 * 8 + 8, each, (None, 20, 32)),
]
agreed = []
for formula, layer, shape in rows:
    layer.build(shape)
    counted = layer.count_params()
    agreed.append(formula == counted)
    print(f"{type(layer).__name__:17}{formula:7,}{counted:7,}")
