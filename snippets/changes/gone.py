# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras

NAMES = {
    "keras.utils": (
        "np_utils multi_gpu_model HDF5Matrix print_summary"
    ),
    "keras.layers": (
        "merge Merge CuDNNLSTM CuDNNGRU AtrousConvolution2D "
        "Deconvolution2D Highway MaxoutDense ThresholdedReLU "
        "LocallyConnected2D"
    ),
    "keras.models": "model_from_yaml",
    "keras.preprocessing.text": "Tokenizer",
    "keras.preprocessing.image": "ImageDataGenerator",
    "keras.wrappers.scikit_learn": "KerasClassifier",
    "keras.constraints": "maxnorm nonneg unitnorm",
    "keras.losses": "cosine_proximity",
    "keras.metrics": "mse",
}


def tried(line):
    try:
        exec(line, {})
    except ImportError as error:
        message = str(error).partition(" (")[0]
        return f"{type(error).__name__}: {message}"
    return "works"


print(keras.__version__)
found = {}
for place, names in NAMES.items():
    for name in names.split():
        line = f"from {place} import {name}"
        found[name] = tried(line)
        print(line)
        print(f"    {found[name]}")
