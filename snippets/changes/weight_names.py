# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
from keras.layers import Dense, Input
from keras.models import Model

print(keras.__version__)
inputs = Input(shape=(4,))
model = Model(inputs, Dense(2)(Dense(3)(inputs)))
names = [weight.name for weight in model.weights]
by_name = dict(zip(names, model.get_weights()))
print(names)
print(len(names), "weights,", len(by_name), "in the dict")
if hasattr(model.weights[0], "path"):
    paths = [weight.path for weight in model.weights]
    print(paths)
