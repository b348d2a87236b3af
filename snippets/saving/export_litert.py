# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import warnings
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras import layers

warnings.simplefilter("ignore")
model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
model.export("model.tflite", format="litert", verbose=False)
print(Path("model.tflite").read_bytes()[4:8])

x = np.eye(1, 4, dtype="float32")
plain = tf.lite.experimental.OpResolverType
runner = tf.lite.Interpreter(
    "model.tflite",
    experimental_op_resolver_type=plain.BUILTIN_REF,
)
runner.allocate_tensors()
runner.set_tensor(runner.get_input_details()[0]["index"], x)
runner.invoke()
out = runner.get_tensor(runner.get_output_details()[0]["index"])
gap = np.abs(out - model.predict(x, verbose=0)).max()
print(out.shape, "alike:", bool(gap < 0.00001))
