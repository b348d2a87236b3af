from pathlib import Path

import keras
import tensorflow as tf

print("same version:   ", tf.keras.__version__ == keras.__version__)
print("same Sequential:", tf.keras.Sequential is keras.Sequential)
print("same Dense:     ", tf.keras.layers.Dense is keras.layers.Dense)

folder = Path(tf.__file__).parent / "keras"
print("a folder tensorflow/keras:", folder.exists())
