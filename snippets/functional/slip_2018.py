# /// script
# [tool.proof]
# lanes = ["then"]
# volatile = ["site-packages"]
# [tool.proof.differs]
# then-theano = "each backend names its tensors in its own way"
# ///
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(784,))
x = Dense(units=64, activation="relu")(inputs)
x = Dense(units=64, activation="relu")(x)
y = Dense(units=10, activation="softmax")(x)
try:
    Model(inputs=x, outputs=y)
except TypeError as error:
    message = str(error)
    print("TypeError:", message)
