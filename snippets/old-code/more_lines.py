# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import inspect
import warnings

import keras
from keras import layers, models, optimizers
from keras.layers import Dense, Input

warnings.simplefilter("ignore")
known = {**vars(layers), **vars(optimizers)}

LINES = {
    "Conv1D(nb_filter=8, filter_length=3)": (
        "Conv1D(filters=8, kernel_size=3)"
    ),
    "Conv1D(8, 3, subsample_length=1)": ("Conv1D(8, 3, strides=1)"),
    "MaxPooling1D(pool_length=2)": "MaxPooling1D(pool_size=2)",
    "MaxPooling1D(2, stride=2)": "MaxPooling1D(2, strides=2)",
    "LSTM(output_dim=8)": "LSTM(units=8)",
    "GRU(output_dim=8)": "GRU(units=8)",
    "SimpleRNN(output_dim=8)": "SimpleRNN(units=8)",
    "LSTM(8, inner_init='orthogonal')": (
        "LSTM(8, recurrent_initializer='orthogonal')"
    ),
    "LSTM(8, dropout_U=0.2)": "LSTM(8, recurrent_dropout=0.2)",
    "LSTM(8, consume_less='gpu')": "LSTM(8)",
    "GRU(8, inner_init='orthogonal')": (
        "GRU(8, recurrent_initializer='orthogonal')"
    ),
    "GRU(8, consume_less='gpu')": "GRU(8)",
    "LSTM(8, input_dim=3, input_length=5)": (
        "LSTM(8, input_shape=(5, 3))"
    ),
    "GRU(8, inner_activation='tanh')": (
        "GRU(8, recurrent_activation='tanh')"
    ),
    "GRU(8, dropout_W=0.2)": "GRU(8, dropout=0.2)",
    "GRU(8, dropout_U=0.2)": "GRU(8, recurrent_dropout=0.2)",
    "Embedding(10, 4, dropout=0.2)": "Embedding(10, 4)",
    "BatchNormalization(gamma_init='one')": (
        "BatchNormalization(gamma_initializer='ones')"
    ),
    "BatchNormalization(beta_init='one')": (
        "BatchNormalization(beta_initializer='ones')"
    ),
    "Dense(8, b_regularizer='l2')": (
        "Dense(8, bias_regularizer='l2')"
    ),
    "Dense(8, W_constraint='unit_norm')": (
        "Dense(8, kernel_constraint='unit_norm')"
    ),
    "Dense(8, b_constraint='unit_norm')": (
        "Dense(8, bias_constraint='unit_norm')"
    ),
    "GaussianNoise(sigma=0.1)": "GaussianNoise(stddev=0.1)",
    "GaussianDropout(p=0.1)": "GaussianDropout(rate=0.1)",
    "SpatialDropout1D(p=0.1)": "SpatialDropout1D(rate=0.1)",
    "SpatialDropout2D(p=0.1)": "SpatialDropout2D(rate=0.1)",
    "Model(input=a, output=b)": "Model(inputs=a, outputs=b)",
    "Adam(lr=0.1)": "Adam(learning_rate=0.1)",
    "model.layers[-1].get_input_at(0)": "model.layers[-1].input",
    "model.save('m.model')": "model.save('m.keras')",
    "model.save('m')": "model.save('m.h5')",
    "model.save_weights('m.hdf5')": (
        "model.save_weights('m.weights.h5')"
    ),
    "model.to_yaml()": "model.to_json()",
    "self.add_weight('w', (4, 3), initializer='ones')": (
        "self.add_weight((4, 3), name='w', initializer='ones')"
    ),
}
OLD = """
border_mode dim_ordering init W_regularizer b_regularizer
W_constraint b_constraint bias batch_input_shape
"""


def tried(line):
    inputs = Input((4,))
    outputs = Dense(3, activation="softmax")(inputs)
    names = {**known, "Model": models.Model}
    names.update(a=inputs, b=outputs)
    model = models.Model(inputs, outputs)
    names.update(model=model, layer=model.layers[-1])
    names["self"] = layers.Layer()
    try:
        eval(line, names)
    except Exception as error:
        message = str(error).partition(": <")[0]
        return f"{type(error).__name__}: {message}"
    return "works"


print(keras.__version__)
old, new = {}, {}
for line, today in LINES.items():
    old[line], new[line] = tried(line), tried(today)
    print(line)
    print(f"    {old[line]}")
failed = [line for line in LINES if old[line] != "works"]
cured = [line for line in LINES if new[line] == "works"]
print(len(failed), "fail;", len(cured), "of today work")

kinds = [k for k in vars(layers).values() if isinstance(k, type)]
having = [
    (kind.__name__, name)
    for kind in kinds
    for name in OLD.split()
    if name in inspect.signature(kind).parameters
]
print(len(having), "layers have an argument of OLD")
