# /// script
# [tool.proof]
# trains = true
# ///
# --8<-- [start:measure]
import keras
import numpy as np

scores = np.array([2.0, 1.0, 0.0])
label = np.array([0.0, 1.0, 0.0])


def softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum()


def loss(scores):
    return -np.sum(label * np.log(softmax(scores)))


tiny = 0.001
measured = np.array(
    [
        (loss(scores + nudge) - loss(scores - nudge)) / (2 * tiny)
        for nudge in tiny * np.eye(3)
    ]
)
p = softmax(scores)
print("probabilities p: ", np.round(p, 3))
print("label y:         ", label)
print("slopes, measured:", np.round(measured, 3))
print("p - y:           ", np.round(p - label, 3))
# --8<-- [end:measure]

# --8<-- [start:step]
model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        keras.layers.Dense(3, use_bias=False, activation="softmax"),
    ]
)
model.set_weights([scores[np.newaxis]])
model.compile(
    optimizer=keras.optimizers.SGD(1.0),
    loss="categorical_crossentropy",
)
model.train_on_batch(np.ones((1, 1)), label[np.newaxis])
moved = model.get_weights()[0][0] - scores
print("moved by:", np.round(moved, 3))
# --8<-- [end:step]
