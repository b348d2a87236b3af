import keras
import numpy as np
from keras.layers import Activation, PReLU

scores = np.array([[-1.0, 0.0, 3.0]])
relu = Activation("relu")
softmax = Activation("softmax")

print("relu:   ", keras.ops.convert_to_numpy(relu(scores)))
probabilities = keras.ops.convert_to_numpy(softmax(scores))
print("softmax:", probabilities.round(3))
print("weights:", relu.weights, softmax.weights)

prelu = PReLU()
prelu(scores)
print("PReLU parameters:", prelu.count_params())
