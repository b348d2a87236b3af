import keras
from keras.layers import Activation, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(784,)))
model.add(Dense(32))
model.add(Activation("relu"))
model.add(Dense(10))
model.add(Activation("softmax"))


def table(line_length):
    pieces = []
    model.summary(line_length=line_length, print_fn=pieces.append)
    return "".join(pieces)


for length in (80, 84, 90, 100):
    text = table(length)
    width = max(len(line) for line in text.splitlines())
    print(
        f"line_length {length}: {width} wide,",
        f"header {'Param #' in text}, count {'25,120' in text},",
        f"ends in {text.splitlines()[2][-12:]!r}",
    )
