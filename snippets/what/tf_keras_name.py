from pathlib import Path

import keras
import tensorflow as tf
from keras.layers import Dense

same_version = tf.keras.__version__ == keras.__version__
print("same version:   ", same_version)
print("same Sequential:", tf.keras.Sequential is keras.Sequential)
print("same Dense:     ", tf.keras.layers.Dense is Dense)

folder = Path(tf.__file__).parent / "keras"
layers = Path(keras.__file__).parent / "layers"
print("a folder tensorflow/keras:", folder.exists())
print("a folder keras/layers:    ", layers.exists())
