# /// script
# [tool.proof]
# trains = true
# [tool.proof.differs]
# now-jax = "each backend checks the shapes in its own words"
# now-torch = "each backend checks the shapes in its own words"
# ///
import keras
import numpy as np
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(8,)), Dense(3, activation="softmax")],
)
data = np.ones((64, 8))
integers = np.arange(64) % 3
one_hot = keras.utils.to_categorical(integers, num_classes=3)


def try_fit(loss, labels):
    model.compile(optimizer="rmsprop", loss=loss)
    try:
        model.fit(data, labels, verbose=0)
    except ValueError as error:
        return f"ValueError: {error}"
    return "trained"


print(integers[:3], integers.shape)
print(one_hot[:3], one_hot.shape)
message = try_fit("categorical_crossentropy", integers)
print(message)
print(try_fit("sparse_categorical_crossentropy", integers))
print(try_fit("categorical_crossentropy", one_hot))
