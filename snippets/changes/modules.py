# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras

MOVED = [
    ("keras.layers.core", "Dense", "keras.layers"),
    ("keras.layers.convolutional", "Conv2D", "keras.layers"),
    ("keras.layers.pooling", "MaxPooling2D", "keras.layers"),
    ("keras.layers.recurrent", "LSTM", "keras.layers"),
    ("keras.layers.embeddings", "Embedding", "keras.layers"),
    (
        "keras.layers.normalization",
        "BatchNormalization",
        "keras.layers",
    ),
    (
        "keras.layers.advanced_activations",
        "LeakyReLU",
        "keras.layers",
    ),
    ("keras.layers.merge", "concatenate", "keras.layers"),
    ("keras.layers.wrappers", "TimeDistributed", "keras.layers"),
    ("keras.engine", "Model", "keras"),
    ("keras.engine.topology", "Layer", "keras.layers"),
    ("keras.objectives", "mean_squared_error", "keras.losses"),
    ("keras.utils.np_utils", "to_categorical", "keras.utils"),
    ("keras.utils.vis_utils", "plot_model", "keras.utils"),
    (
        "keras.utils.generic_utils",
        "get_custom_objects",
        "keras.utils",
    ),
    ("keras.utils.data_utils", "get_file", "keras.utils"),
]


def tried(line):
    try:
        exec(line, {})
    except ImportError as error:
        return f"{type(error).__name__}: {error}"
    return "works"


print(keras.__version__)
old, new = {}, {}
for place, name, today in MOVED:
    line = f"from {place} import {name}"
    old[place] = tried(line)
    new[place] = tried(f"from {today} import {name}")
    print(line)
    print(f"    {old[place]}")
print("from today's place:", set(new.values()))
