# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///

# --8<-- [start:reading]
import traceback
from pathlib import Path

import keras
import numpy as np


def train(data):
    model = keras.Sequential(
        [keras.Input(shape=(4,)), keras.layers.Dense(3)]
    )
    model.compile(loss="mse")
    model.fit(data, np.ones((8, 3)), verbose=0)


keras.config.disable_traceback_filtering()
try:
    train(np.ones((9, 4)))
except ValueError as error:
    last_line = traceback.format_exception(error)
    frames = traceback.extract_tb(error.__traceback__)

places = [Path(frame.filename).parts for frame in frames]
mine = [
    frame
    for frame, place in zip(frames, places, strict=True)
    if not {"site-packages", "dist-packages"} & set(place)
]
print("frames of mine first:", frames[: len(mine)] == mine)
print("frames of Keras after:", len(frames) > len(mine))
for frame in mine:
    print(f"in {frame.name}: {frame.line}")
print(last_line[-1].splitlines()[0])
print("said by:", frames[-1].name)
# --8<-- [end:reading]
