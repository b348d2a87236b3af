import io
import json
import zipfile

import h5py
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.save("model.keras")


def show(name, thing):
    if hasattr(thing, "shape"):
        print(f"  {name:22} {thing.shape}")


with zipfile.ZipFile("model.keras") as archive:
    files = archive.namelist()
    about = json.loads(archive.read("metadata.json"))
    config = json.loads(archive.read("config.json"))
    weights = io.BytesIO(archive.read("model.weights.h5"))

print(*files, sep="\n")
print("saved by Keras", about["keras_version"])
kinds = [
    layer["class_name"] for layer in config["config"]["layers"]
]
print(*kinds)
with h5py.File(weights) as file:
    file.visititems(show)
