# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import numpy as np
from keras.layers import Dense
from keras.models import Sequential

rng = np.random.default_rng(0)
labels = rng.integers(0, 10, size=1000)
data = rng.random((1000, 784), dtype="float32")
data[np.arange(1000), labels] += 10.0
train_data, train_labels = data[:800], labels[:800]
test_data, test_labels = data[800:], labels[800:]

model = Sequential()
model.add(Dense(units=32, activation="relu", input_shape=(784,)))
model.add(Dense(units=10, activation="softmax"))
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

history = model.fit(train_data, train_labels, epochs=10, verbose=0)
loss, accuracy = model.evaluate(test_data, test_labels, verbose=0)
probabilities = model.predict(test_data)

losses = history.history["loss"]
print("recorded:", sorted(history.history))
print("epochs:", len(losses))
print("the loss fell:", losses[-1] < losses[0])
print("test accuracy above 0.9:", accuracy > 0.9)
print("predictions:", probabilities.shape)
