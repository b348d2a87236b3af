# /// script
# [tool.proof]
# lanes = ["then-tensorflow"]
# ///
import hashlib
from pathlib import Path

import numpy as np
from keras.layers import GRU, LSTM, Input
from keras.models import Model

x = np.cos(np.arange(6)).reshape(1, 3, 2)
written = {}
for layer in LSTM, GRU:
    inputs = Input((3, 2))
    model = Model(inputs, layer(4, unroll=True)(inputs))
    shapes = [weight.shape for weight in model.get_weights()]
    model.set_weights(
        [np.cos(np.arange(np.prod(s))).reshape(s) for s in shapes]
    )
    name = f"{layer.__name__.lower()}_2018.h5"
    model.save(name)
    digest = hashlib.sha256(Path(name).read_bytes()).hexdigest()
    outputs = model.predict(x)[0]
    written[name] = [round(float(n), 3) for n in outputs]
    print(name, digest[:16], model.count_params())
    print("   ", written[name])
