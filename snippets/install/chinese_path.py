# /// script
# [tool.proof]
# lanes = ["now"]
# ///
import tempfile
from pathlib import Path

import keras
import numpy as np

model = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3)]
)

with tempfile.TemporaryDirectory() as home:
    folder = Path(home, "张三 的项目")
    folder.mkdir()
    model.save(folder / "模型.keras")
    again = keras.saving.load_model(folder / "模型.keras")
    print(*[file.name for file in folder.iterdir()])

ones = np.ones((2, 4))
first = model.predict(ones, verbose=0)
second = again.predict(ones, verbose=0)
print("the same:", np.array_equal(first, second))
