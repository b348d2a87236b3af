# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import importlib

NAMES = """
keras.backend.mean
keras.backend.function
keras.layers.ThresholdedReLU
keras.losses.kullback_leibler_divergence
keras.losses.mae
keras.losses.mse
keras.metrics.kullback_leibler_divergence
keras.metrics.mae
keras.metrics.mse
keras.preprocessing.image.ImageDataGenerator
keras.preprocessing.sequence.TimeseriesGenerator
keras.preprocessing.sequence.make_sampling_table
keras.preprocessing.sequence.skipgrams
keras.preprocessing.text.Tokenizer
keras.layers.core.Dense
keras.layers.CuDNNLSTM
keras.utils.np_utils
keras.optimizers.adam
keras.wrappers.scikit_learn.KerasClassifier
"""


def there(path):
    module, _, last = path.rpartition(".")
    try:
        return hasattr(importlib.import_module(module), last)
    except ImportError:
        return False


found = {}
for name in NAMES.split():
    ways = there(name), there(f"tensorflow.{name}")
    found[name] = ways
    print(f"{name:47}", *ways)
only_there = [name for name, ways in found.items() if ways[1]]
print(len(only_there), "of", len(found))
