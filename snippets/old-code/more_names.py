# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras

NAMES = {
    "keras": "objectives",
    "keras.backend.tensorflow_backend": "set_session",
    "keras.callbacks": "BaseLogger",
    "keras.applications.mobilenet": "relu6 DepthwiseConv2D",
    "keras.initializers": "normal uniform zero one",
    "keras.layers": (
        "LocallyConnected1D AtrousConvolution1D Recurrent"
    ),
    "keras.layers.convolutional_recurrent": "ConvLSTM2D",
    "keras.layers.cudnn_recurrent": "CuDNNLSTM",
    "keras.layers.local": "LocallyConnected2D",
    "keras.layers.noise": "GaussianNoise",
    "keras.losses": "mse mae kullback_leibler_divergence",
    "keras.metrics": "mae kullback_leibler_divergence",
    "keras.optimizers": (
        "adam sgd rmsprop adagrad adadelta adamax nadam TFOptimizer"
    ),
    "keras.preprocessing.sequence": (
        "TimeseriesGenerator skipgrams make_sampling_table"
    ),
    "keras.utils": (
        "GeneratorEnqueuer convert_all_kernels_in_model"
    ),
    "keras.utils.io_utils": "HDF5Matrix",
    "keras.utils.layer_utils": "print_summary",
    "keras.utils.training_utils": "multi_gpu_model",
}
TODAY = """
from keras import losses
from keras.activations import relu6
from keras.initializers import Ones
from keras.initializers import RandomNormal
from keras.initializers import RandomUniform
from keras.initializers import Zeros
from keras.layers import GRU
from keras.layers import LSTM
from keras.layers import ConvLSTM2D
from keras.layers import DepthwiseConv2D
from keras.layers import GaussianNoise
from keras.layers import RNN
from keras.losses import kl_divergence
from keras.losses import mean_absolute_error
from keras.losses import mean_squared_error
from keras.metrics import KLDivergence
from keras.metrics import MeanAbsoluteError
from keras.optimizers import SGD
from keras.optimizers import Adadelta
from keras.optimizers import Adagrad
from keras.optimizers import Adam
from keras.optimizers import Adamax
from keras.optimizers import Nadam
from keras.optimizers import RMSprop
from keras.utils import timeseries_dataset_from_array
"""


def tried(line):
    try:
        exec(line, {})
    except ImportError as error:
        message = str(error).partition(" (")[0]
        return f"{type(error).__name__}: {message}"
    return "works"


print(keras.__version__)
said = {}
for place, names in NAMES.items():
    for name in names.split():
        line = f"from {place} import {name}"
        said[line] = tried(line)
        print(line)
        print(f"    {said[line]}")
failed = [line for line in said if said[line] != "works"]
today = [tried(line) for line in TODAY.strip().splitlines()]
print(len(failed), "of", len(said), "fail")
print(today.count("works"), "of", len(today), "of today work")
