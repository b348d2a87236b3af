# /// script
# [tool.proof]
# data = ["mnist"]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# seconds = 300
# trains = true
# volatile = ["step-times"]
# tolerance = { train = 0.05 }
# ///
# --8<-- [start:train]
import keras
from keras import layers
from keras.datasets import mnist

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.astype("float32") / 255
x_test = x_test.astype("float32") / 255

model = keras.Sequential(
    [
        keras.Input(shape=(28, 28)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, epochs=2)

loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
print(f"test accuracy: {accuracy:.4f}")

shares = model.predict(x_test[:1], verbose=0)
print("the first picture is a", shares.argmax())
print("its label says", y_test[0])
# --8<-- [end:train]
