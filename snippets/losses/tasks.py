# /// script
# [tool.proof]
# trains = true
# seconds = 300
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras.layers import Dense
from sklearn import datasets

keras.utils.set_random_seed(0)


def train(x, y, last, loss, metric):
    order = np.random.default_rng(0).permutation(len(x))
    x, y = x[order], y[order]
    half = len(x) // 2
    x = x - x[:half].mean(axis=0)
    x = x / (x[:half].std(axis=0) + 1e-6)
    model = keras.Sequential(
        [
            keras.Input(shape=x.shape[1:]),
            Dense(32, activation="relu"),
            last,
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=loss,
        metrics=[metric],
    )
    model.fit(x[:half], y[:half], epochs=20, verbose=0)
    scores = model.evaluate(x[half:], y[half:], verbose=0)
    return model, scores[1]


# --8<-- [end:setup]

# --8<-- [start:regression]
x = np.linspace(-2, 2, 400).reshape(-1, 1)
y = x[:, 0] ** 2
model, mae = train(x, y, Dense(1), "mse", "mae")
print("labels:", y.shape, " output:", model.output_shape)
print("off by less than 0.3 on average:", mae < 0.3)
# --8<-- [end:regression]

# --8<-- [start:binary]
cancer = datasets.load_breast_cancer()
model, binary = train(
    cancer.data,
    cancer.target,
    Dense(1, activation="sigmoid"),
    "binary_crossentropy",
    "accuracy",
)
print("labels:", cancer.target.shape, cancer.target[:5])
print("output:", model.output_shape)
print("above 90%:", binary > 0.9)
# --8<-- [end:binary]

# --8<-- [start:classes]
wine = datasets.load_wine()
model, classes = train(
    wine.data,
    wine.target,
    Dense(3, activation="softmax"),
    "sparse_categorical_crossentropy",
    "accuracy",
)
print("labels:", wine.target.shape, np.unique(wine.target))
print("output:", model.output_shape)
print("above 85%:", classes > 0.85)
# --8<-- [end:classes]

# --8<-- [start:several]
digits = datasets.load_digits()
number = digits.target
questions = np.stack([number % 2 == 0, number > 4], axis=1)
questions = questions.astype("float32")
model, several = train(
    digits.data,
    questions,
    Dense(2, activation="sigmoid"),
    "binary_crossentropy",
    "binary_accuracy",
)
for digit in number[:3]:
    print(digit, "even, above four:", questions[number == digit][0])
print("labels:", questions.shape, " output:", model.output_shape)
print("above 90%:", several > 0.9)
# --8<-- [end:several]
