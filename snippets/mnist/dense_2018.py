# /// script
# [tool.proof]
# lanes = ["then"]
# data = ["mnist"]
# seconds = 600
# trains = true
# ///
from keras.datasets import mnist
from keras.layers import Dense
from keras.models import Sequential
from keras.utils import np_utils

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.reshape(-1, 784).astype("float32") / 255
x_test = x_test.reshape(-1, 784).astype("float32") / 255
y_train = np_utils.to_categorical(y_train, 10)
y_test = np_utils.to_categorical(y_test, 10)

model = Sequential()
model.add(Dense(32, input_shape=(784,), activation="relu"))
model.add(Dense(10, activation="softmax"))
model.compile(
    optimizer="rmsprop",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    epochs=5,
    batch_size=128,
    validation_split=0.1,
    verbose=0,
)
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
print("recorded:", *sorted(history.history))
print("more than 94 % right:", accuracy > 0.94)
