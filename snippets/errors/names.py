# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# volatile = ["site-packages"]
# ///
# --8<-- [start:setup]
import importlib

import keras
import numpy as np
from keras import layers

# --8<-- [end:setup]
# --8<-- [start:np-utils]
try:
    from keras.utils import np_utils

    np_utils.to_categorical([0, 2, 1])
except ImportError as error:
    print("ImportError:", error)

print(keras.utils.to_categorical([0, 2, 1]))
# --8<-- [end:np-utils]

# --8<-- [start:old-modules]
for old in (
    "keras.layers.core",
    "keras.layers.convolutional",
    "keras.layers.normalization",
    "keras.layers.advanced_activations",
    "keras.engine",
    "keras.utils.vis_utils",
):
    try:
        importlib.import_module(old)
    except ModuleNotFoundError as error:
        print(error)

for new in (
    layers.Dense,
    layers.Conv2D,
    layers.BatchNormalization,
    layers.LeakyReLU,
    layers.Layer,
    keras.utils.plot_model,
):
    print(new.__name__)
# --8<-- [end:old-modules]

# --8<-- [start:generator]
try:
    from keras.preprocessing.image import ImageDataGenerator

    ImageDataGenerator(rotation_range=20, horizontal_flip=True)
except ImportError as error:
    print("ImportError:", error)

pictures = np.ones((2, 8, 8, 3))
turned = keras.Sequential(
    [
        layers.RandomFlip("horizontal"),
        layers.RandomRotation(20 / 360),
    ]
)
print(tuple(turned(pictures, training=True).shape))
# --8<-- [end:generator]

# --8<-- [start:tokenizer]
try:
    from keras.preprocessing.text import Tokenizer

    Tokenizer()
except ModuleNotFoundError as error:
    print(error)

words = layers.TextVectorization(output_mode="int")
words.adapt(["the cat sat", "the dog sat"])
print(words.get_vocabulary()[:4])
print(keras.utils.pad_sequences([[5], [2, 3]]))
# --8<-- [end:tokenizer]

# --8<-- [start:predict-classes]
model = keras.Sequential(
    [keras.Input(shape=(2,)), layers.Dense(3, activation="softmax")]
)
for old in ("predict_classes", "fit_generator", "to_yaml"):
    try:
        getattr(model, old)
    except AttributeError as error:
        print("AttributeError:", error)

classes = model.predict(np.ones((4, 2)), verbose=0).argmax(axis=1)
print(classes.shape)
# --8<-- [end:predict-classes]

# --8<-- [start:backend-functions]
for old in ("get_session", "placeholder", "mean"):
    try:
        getattr(keras.backend, old)
    except AttributeError as error:
        print("AttributeError:", error)

print(float(keras.ops.mean(np.array([1.0, 3.0]))))
# --8<-- [end:backend-functions]

# --8<-- [start:gone-layers]
for old in ("CuDNNLSTM", "merge", "Merge"):
    try:
        exec(f"from keras.layers import {old}")
    except ImportError as error:
        print("ImportError:", error)

print(layers.LSTM(8)(np.ones((2, 5, 3))).shape[1])
print(
    layers.Concatenate()([np.ones((2, 3)), np.ones((2, 4))]).shape[
        1
    ]
)
# --8<-- [end:gone-layers]

# --8<-- [start:lower-case]
try:
    from keras.optimizers import adam

    adam()
except ImportError as error:
    print("ImportError:", error)

by_class = keras.optimizers.Adam()
by_name = keras.optimizers.get("adam")
print(type(by_class) is type(by_name))
# --8<-- [end:lower-case]

# --8<-- [start:scikit]
try:
    from keras.wrappers.scikit_learn import KerasClassifier

    KerasClassifier(lambda: None)
except ModuleNotFoundError as error:
    print(error)

print(keras.wrappers.SKLearnClassifier.__name__)
print(keras.wrappers.SKLearnRegressor.__name__)
# --8<-- [end:scikit]

# --8<-- [start:unrecognized]
try:
    layers.LSTM(8, return_sequence=True)
except ValueError as error:
    print("ValueError:", error)
try:
    layers.Conv2D(8, 3, border_mode="same")
except ValueError as error:
    print("ValueError:", error)

print(layers.LSTM(8, return_sequences=True).return_sequences)
print(layers.Conv2D(8, 3, padding="same").padding)
# --8<-- [end:unrecognized]

# --8<-- [start:missing-units]
try:
    layers.Dense(output_dim=3)
except TypeError as error:
    print("TypeError:", error)
try:
    layers.Dropout(p=0.5)
except TypeError as error:
    print("TypeError:", error)

print(layers.Dense(units=3).units, layers.Dropout(rate=0.5).rate)
# --8<-- [end:missing-units]

# --8<-- [start:identifier]
try:
    layers.Dense(3, activation="Relu")
except ValueError as error:
    print("ValueError:", error)
try:
    layers.Dense(3, kernel_initializer="glorot")
except ValueError as error:
    print("ValueError:", error)

layer = layers.Dense(
    3, activation="relu", kernel_initializer="glorot_uniform"
)
print(layer.activation.__name__)
# --8<-- [end:identifier]

# --8<-- [start:legacy-optimizer]
try:
    keras.optimizers.legacy.Adam(learning_rate=0.01)
except ImportError as error:
    print("ImportError:", error)

print(round(float(keras.optimizers.Adam(0.01).learning_rate), 2))
# --8<-- [end:legacy-optimizer]
