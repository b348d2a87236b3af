# /// script
# [tool.proof]
# lanes = ["then-tensorflow"]
# ///
# --8<-- [start:then]
lines = """
from keras.utils import np_utils
from keras.layers.core import Dense
from keras.engine import Layer
from keras.layers.advanced_activations import LeakyReLU
from keras.preprocessing.image import ImageDataGenerator
from keras.preprocessing.text import Tokenizer
from keras.models import Sequential; Sequential.predict_classes
from keras.models import Sequential; Sequential.fit_generator
from keras.backend import placeholder, mean, get_session
from keras.layers import CuDNNLSTM, merge
from keras.optimizers import adam
from keras.wrappers.scikit_learn import KerasClassifier
from keras.layers import Conv2D; Conv2D(8, 3, border_mode="same")
"""
answers = {}
for line in lines.strip().splitlines():
    try:
        exec(line)
        answers[line] = "works"
    except (ImportError, AttributeError) as error:
        answers[line] = type(error).__name__
    print(f"{answers[line]:15}{line}")
# --8<-- [end:then]
