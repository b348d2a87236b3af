import keras
import numpy as np
from keras.layers import Dense

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.Input(shape=(8,)), Dense(3, activation="softmax")],
)
data = np.random.default_rng(0).random((64, 8))
labels = np.arange(64) % 3
one_hot = keras.utils.to_categorical(labels, num_classes=3)


def compare(loss, labels, full_name):
    model.compile(loss=loss, metrics=["accuracy", full_name])
    scores = model.evaluate(
        data, labels, verbose=0, return_dict=True
    )
    return scores["accuracy"] == scores[full_name]


dense = compare(
    "categorical_crossentropy",
    one_hot,
    "categorical_accuracy",
)
sparse = compare(
    "sparse_categorical_crossentropy",
    labels,
    "sparse_categorical_accuracy",
)
print("one-hot labels, the same:", dense)
print("integer labels, the same:", sparse)
