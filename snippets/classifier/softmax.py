# --8<-- [start:softmax]
import keras
import numpy as np

scores = np.array([2.0, 1.0, 0.0])

powers = np.exp(scores)
probs = powers / powers.sum()
print("powers of e:  ", np.round(powers, 3))
print("their sum:    ", round(powers.sum(), 3))
print("probabilities:", np.round(probs, 3))

in_keras = keras.ops.softmax(scores.astype("float32"))
in_keras = keras.ops.convert_to_numpy(in_keras)
print("softmax:      ", np.round(in_keras, 3))
# --8<-- [end:softmax]


# --8<-- [start:shift]
def softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum()


print("5 more each:", np.round(softmax(scores + 5), 3))
print("3 times:    ", np.round(softmax(scores * 3), 3))
# --8<-- [end:shift]
