# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras.layers import Concatenate, Dense

keras.utils.set_random_seed(0)
pixels = keras.Input(shape=(784,), name="pixels")
pen = keras.Input(shape=(4,), name="pen")
seen = Dense(64, activation="relu")(pixels)
joined = Concatenate()([seen, pen])
main = Dense(10, activation="softmax", name="main")(joined)
aux = Dense(1, name="aux")(joined)
model = keras.Model(inputs=[pixels, pen], outputs=[main, aux])

model.compile(
    optimizer="rmsprop",
    loss={"main": "sparse_categorical_crossentropy", "aux": "mse"},
    loss_weights={"main": 1.0, "aux": 0.2},
    metrics={"main": ["accuracy"], "aux": ["mae"]},
)

rng = np.random.default_rng(0)
data = {
    "pixels": rng.random((256, 784)),
    "pen": rng.random((256, 4)),
}
answers = {
    "main": rng.integers(0, 10, size=256),
    "aux": rng.random((256, 1)),
}
history = model.fit(data, answers, epochs=2, verbose=0)
for name in history.history:
    print(name)

scores = model.evaluate(data, answers, verbose=0, return_dict=True)
parts = scores["main_loss"] + 0.2 * scores["aux_loss"]
gap = abs(scores["loss"] - parts)
print("the total is the weighted sum:", gap < 0.0001)

answer, guess = model.predict(data, verbose=0)
print("predicted:", answer.shape, guess.shape)
