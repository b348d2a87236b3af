# /// script
# [tool.proof]
# lanes = ["then"]
# [tool.proof.differs]
# then-theano = "each backend names its tensors in its own way"
# ///
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(784,))
outputs = Dense(10, activation="softmax")(inputs)
other = Input(shape=(784,))
try:
    Model(inputs=other, outputs=outputs)
except RuntimeError as error:
    message = str(error)
    print("RuntimeError:", message)

two = [Dense(10)(inputs), Dense(1)(other)]
try:
    Model(inputs=inputs, outputs=two)
except RuntimeError as error:
    print("RuntimeError:", error)
