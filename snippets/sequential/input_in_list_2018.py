# /// script
# [tool.proof]
# lanes = ["then"]
# raises = "TypeError"
# [tool.proof.differs]
# then-theano = "Theano's tensors print as their names"
# ///
import keras
from keras.layers import Activation, Dense

layers = [
    keras.Input(shape=(784,)),
    Dense(32),
    Activation("relu"),
    Dense(10),
    Activation("softmax"),
]
model = keras.Sequential(layers)
