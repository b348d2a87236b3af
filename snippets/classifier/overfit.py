# /// script
# [tool.proof]
# trains = true
# seconds = 300
# [tool.proof.tolerance]
# curves = inf
# ///
# --8<-- [start:data]
import keras
import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(1)


def make(count):
    points = rng.uniform(-2, 2, size=(count, 2))
    inside = (points**2).sum(axis=1) < 2
    wrong = rng.random(count) < 0.1
    return points, (inside ^ wrong).astype("float32")


x_train, y_train = make(40)
x_val, y_val = make(500)
x_test, y_test = make(500)
# --8<-- [end:data]


# --8<-- [start:fit]
def train(x, y):
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.02),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        x,
        y,
        epochs=100,
        batch_size=len(x),
        validation_data=(x_val, y_val),
        verbose=0,
    )
    return model, history.history


model, log = train(x_train, y_train)
# --8<-- [end:fit]

# --8<-- [start:curves]
many_x, many_y = make(1000)
larger, more = train(many_x, many_y)

fig, plots = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
for ax, shown, size in (plots[0], log, 40), (plots[1], more, 1000):
    ax.plot(shown["loss"], label="training")
    ax.plot(shown["val_loss"], label="validation")
    ax.set(title=f"{size} samples", xlabel="epoch", ylim=(0, 1.5))
plots[0].set_ylabel("loss")
plots[0].legend()
plt.show()
# --8<-- [end:curves]

# --8<-- [start:test]
_, few_right = model.evaluate(x_test, y_test, verbose=0)
_, many_right = larger.evaluate(x_test, y_test, verbose=0)
print("40 samples, below 85%:  ", few_right < 0.85)
print("1000 samples, above 82%:", many_right > 0.82)
print("1000 samples do better: ", many_right > few_right)
# --8<-- [end:test]
