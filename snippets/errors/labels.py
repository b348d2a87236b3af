# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "Each backend checks labels itself, in its own words"
# now-torch = "Each backend checks labels itself, in its own words"
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers

x = np.ones((4, 2))


def classifier(loss):
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss=loss)
    return model


# --8<-- [end:setup]

# --8<-- [start:sparse-one-hot]
one_hot = np.eye(3)[[0, 1, 2, 0]]
model = classifier("sparse_categorical_crossentropy")
try:
    model.fit(x, one_hot, verbose=0)
except ValueError as error:
    print("ValueError:", error)

integers = one_hot.argmax(axis=1)
history = classifier("sparse_categorical_crossentropy").fit(
    x, integers, verbose=0
)
print(list(history.history))
# --8<-- [end:sparse-one-hot]

# --8<-- [start:same-shape]
two_classes = keras.utils.to_categorical([0, 1, 1, 0])
model = classifier("categorical_crossentropy")
try:
    model.fit(x, two_classes, verbose=0)
except ValueError as error:
    print("ValueError:", error)

three_classes = keras.utils.to_categorical(
    [0, 1, 1, 0], num_classes=3
)
print(two_classes.shape, three_classes.shape)
history = classifier("categorical_crossentropy").fit(
    x, three_classes, verbose=0
)
# --8<-- [end:same-shape]

# --8<-- [start:label-range]
probabilities = np.array([[0.2, 0.3, 0.5]], dtype="float32")
sparse = keras.losses.sparse_categorical_crossentropy
try:
    print(float(sparse(np.array([3]), probabilities)[0]))
except Exception as error:
    print(type(error).__name__ + ":", error)

right = sparse(np.array([3]) - 1, probabilities)
print(round(float(right[0]), 2))
# --8<-- [end:label-range]


# --8<-- [start:mse-shape]
def regression(units):
    model = keras.Sequential(
        [keras.Input(shape=(2,)), layers.Dense(units)]
    )
    model.compile(loss="mean_squared_error")
    return model


targets = np.ones((4, 2))
try:
    regression(3).fit(x, targets, verbose=0)
except Exception as error:
    print(type(error).__name__ + ":", error)

print(regression(2).output_shape, targets.shape)
# --8<-- [end:mse-shape]

# --8<-- [start:no-labels]
model = classifier("categorical_crossentropy")
try:
    model.fit(x, verbose=0)
except ValueError as error:
    print("ValueError:", error)

model = classifier("categorical_crossentropy")
history = model.fit(x, np.eye(3)[[0, 1, 2, 0]], verbose=0)
print(list(history.history))
# --8<-- [end:no-labels]


# --8<-- [start:numpy-loss]
def with_numpy(labels, outputs):
    return np.mean(np.square(labels - outputs))


def with_ops(labels, outputs):
    return keras.ops.mean(keras.ops.square(labels - outputs))


labels = np.eye(3)[[0, 1, 2, 0]]
try:
    classifier(with_numpy).fit(x, labels, verbose=0)
except Exception as error:
    first_line = str(error).splitlines()[0]
    print(type(error).__name__ + ":", first_line)

loss = classifier(with_ops).evaluate(x, labels, verbose=0)
print(loss >= 0)
# --8<-- [end:numpy-loss]
