# /// script
# [tool.proof]
# seconds = 300
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "TensorFlow computes from the scores before the activation; JAX takes a class that is not there for no class"
# now-torch = "TensorFlow computes from the scores before the activation; PyTorch refuses labels above one"
# ///
# --8<-- [start:tools]
import warnings

import keras
import numpy as np

one = np.array([[2.0], [-1.0], [0.5], [-3.0]])
three = np.array(
    [
        [2.0, 1.0, -1.0],
        [0.5, 1.5, -2.0],
        [-1.0, 0.5, 1.0],
        [1.0, -2.0, 0.5],
    ]
)
labels = {
    "0 or 1": np.array([1, 0, 1, 1]),
    "class number": np.array([0, 1, 2, 2]),
    "one-hot": np.eye(3)[[0, 1, 2, 2]],
    "several": np.array(
        [[1, 1, 0], [0, 1, 0], [0, 1, 1], [0, 0, 0]]
    ),
}


def by_hand(kind, y, scores):
    if kind == "several" or scores.shape[1] == 1:
        p = 1 / (1 + np.exp(-scores))
        y = y.reshape(scores.shape)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    powers = np.exp(scores)
    p = powers / powers.sum(axis=1, keepdims=True)
    classes = y if y.ndim == 1 else y.argmax(axis=1)
    return -np.mean(np.log(p[range(4), classes]))


def cell(kind, units, model, loss):
    scores = one if units == 1 else three
    model.compile(loss=loss, metrics=["accuracy"], run_eagerly=True)
    y = labels[kind]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = model.test_on_batch(scores, y)[0]
        except Exception:
            return "error"
    kinds = (UserWarning, SyntaxWarning)
    warned = any(w.category in kinds for w in caught)
    fits = units == 3 or kind == "0 or 1"
    right = fits and np.isclose(
        value, by_hand(kind, y, scores), rtol=1e-3
    )
    chosen[kind, units] = type(
        model.metrics[-1].metrics[0]
    ).__name__
    return ("right" if right else "wrong") + "!" * warned


# --8<-- [end:tools]

# --8<-- [start:table]
losses = {
    "binary": keras.losses.BinaryCrossentropy,
    "categorical": keras.losses.CategoricalCrossentropy,
    "sparse": keras.losses.SparseCategoricalCrossentropy,
}
heads = [
    (1, "linear"),
    (1, "sigmoid"),
    (1, "softmax"),
    (3, "linear"),
    (3, "sigmoid"),
    (3, "softmax"),
]
models = {
    (units, activation): keras.Sequential(
        [
            keras.Input(shape=(units,)),
            keras.layers.Activation(activation),
        ]
    )
    for units, activation in heads
}

chosen, table = {}, {}
for kind, y in labels.items():
    print(f"labels: {kind}, shape {y.shape}")
    print("            binary          categorical     sparse")
    print(
        "            probs   logits  probs   logits  probs   logits"
    )
    for (units, activation), model in models.items():
        row = [
            cell(kind, units, model, loss(from_logits=logits))
            for loss in losses.values()
            for logits in (False, True)
        ]
        table[kind, units, activation] = row
        line = " ".join(f"{word:7}" for word in row).rstrip()
        print(f"{units} {activation:9}", line)
    print()
# --8<-- [end:table]

# --8<-- [start:accuracy]
for (kind, units), name in chosen.items():
    print(f"{kind:12} with {units}: {name}")
# --8<-- [end:accuracy]
