# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import warnings

import keras

CALLS = {
    "Conv2D(32, (3, 3), border_mode='same')": (
        "Conv2D(32, (3, 3), padding='same')"
    ),
    "Conv2D(32, (3, 3), subsample=(2, 2))": (
        "Conv2D(32, (3, 3), strides=(2, 2))"
    ),
    "Conv2D(nb_filter=32, nb_row=3, nb_col=3)": (
        "Conv2D(filters=32, kernel_size=(3, 3))"
    ),
    "MaxPooling2D((2, 2), dim_ordering='tf')": (
        "MaxPooling2D((2, 2), data_format='channels_last')"
    ),
    "Dense(output_dim=32)": "Dense(units=32)",
    "Dense(32, init='uniform')": (
        "Dense(32, kernel_initializer='uniform')"
    ),
    "Dense(32, W_regularizer='l2')": (
        "Dense(32, kernel_regularizer='l2')"
    ),
    "Dense(32, bias=False)": "Dense(32, use_bias=False)",
    "Dense(32, batch_input_shape=(1, 4))": (
        "Input(batch_shape=(1, 4))"
    ),
    "Dense(32, weights=None)": "Dense(32)",
    "Dropout(p=0.5)": "Dropout(rate=0.5)",
    "LSTM(5, dropout_W=0.2)": "LSTM(5, dropout=0.2)",
    "LSTM(5, inner_activation='tanh')": (
        "LSTM(5, recurrent_activation='tanh')"
    ),
    "BatchNormalization(mode=0)": "BatchNormalization()",
    "Embedding(10, 4, input_length=5)": "Embedding(10, 4)",
    "LeakyReLU(alpha=0.1)": "LeakyReLU(negative_slope=0.1)",
}


def tried(call):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            eval(call, vars(keras.layers).copy())
        except (TypeError, ValueError) as error:
            return f"{type(error).__name__}: {error}"
    if said:
        return f"works, but warns: {said[-1].message}"
    return "works"


print(keras.__version__)
old, new = {}, {}
for call, today in CALLS.items():
    old[call] = tried(call)
    new[call] = tried(today)
    print(call)
    print(f"    {old[call]}")
failing = [c for c in CALLS if "Error" in old[c]]
warning = [c for c in CALLS if "warns" in old[c]]
working = [c for c in CALLS if new[c] == "works"]
print(len(failing), len(warning), len(working))
