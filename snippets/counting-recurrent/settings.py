from keras.layers import LSTM


def count(steps=20, inputs=32, units=64, **settings):
    layer = LSTM(units, **settings)
    layer.build((None, steps, inputs))
    return layer.count_params()


same = {
    "as it is": count(),
    "500 steps": count(steps=500),
    "any number of steps": count(steps=None),
    "return_sequences=True": count(return_sequences=True),
    "go_backwards=True": count(go_backwards=True),
    "recurrent_dropout=0.5": count(recurrent_dropout=0.5),
}
other = {
    "inputs=33": count(inputs=33),
    "units=65": count(units=65),
    "use_bias=False": count(use_bias=False),
}
for name, number in {**same, **other}.items():
    print(f"{name:22}{number:7,}")
