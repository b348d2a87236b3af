# /// script
# [tool.proof]
# trains = true
# ///
import keras
from keras import layers
from sklearn.datasets import load_digits

keras.utils.set_random_seed(0)
digits = load_digits()
print(digits.images.shape, "up to", digits.images.max())

x = digits.images.reshape(-1, 64).astype("float32") / 16
x_train, x_test = x[:1500], x[1500:]
y_train, y_test = digits.target[:1500], digits.target[1500:]

model = keras.Sequential(
    [
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(x_train, y_train, epochs=20, verbose=0)
_, accuracy = model.evaluate(x_test, y_test, verbose=0)
print("better than 80%:", accuracy > 0.8)
