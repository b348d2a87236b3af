# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
import hashlib
from pathlib import Path

import keras
import numpy as np
from keras import layers, ops

x = np.cos(np.arange(6)).reshape(1, 3, 2)
files = {
    layers.LSTM: Path(__file__).with_name("lstm_2018.h5"),
    layers.GRU: Path(__file__).with_name("gru_2018.h5"),
}


def gate_of_2018(value):
    return ops.clip(0.2 * value + 0.5, 0, 1)


def predicted(model):
    outputs = model.predict(x, verbose=0)[0]
    return [round(float(number), 3) for number in outputs]


loaded, mended = {}, {}
for layer, file in files.items():
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    print(file.name, digest[:16])
    try:
        model = keras.saving.load_model(file, compile=False)
        loaded[file.name] = predicted(model)
    except Exception as error:
        loaded[file.name] = f"{type(error).__name__}: {error}"
    print("    load_model:  ", loaded[file.name])

    settings = {"recurrent_activation": gate_of_2018}
    if layer is layers.GRU:
        settings["reset_after"] = False
    inputs = keras.Input((3, 2))
    model = keras.Model(inputs, layer(4, **settings)(inputs))
    model.load_weights(file)
    mended[file.name] = predicted(model)
    print("    gate_of_2018:", mended[file.name])
