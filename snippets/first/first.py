# /// script
# [tool.proof]
# data = ["mnist"]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# seconds = 300
# trains = true
# ///
import contextlib
import io
import re

with contextlib.ExitStack() as until_here:
    screen = io.StringIO()
    until_here.enter_context(contextlib.redirect_stdout(screen))
    recording = until_here.pop_all()

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
print("test accuracy above 94 %:", accuracy > 0.94)

shares = model.predict(x_test[:1], verbose=0)
print("the first picture is a", shares.argmax())
print("its label says", y_test[0])
# --8<-- [end:train]

# --8<-- [start:screen]
recording.close()
varies = r"\d+(?=s )|\d+[mu]?s(?=/step)|(?<=: )\d+\.\d+"
lines = re.sub(r"\x1b\[\d+m|\x08", "", screen.getvalue()).split(
    "\n"
)
bars = [line.rpartition("\r")[2] for line in lines]
print(re.sub(varies, "…", "\n".join(bars)), end="")
# --8<-- [end:screen]
