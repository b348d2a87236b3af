# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
from pathlib import Path

import keras

folder = Path(keras.__file__).parent / "src" / "backend"
engines = sorted(file.parent.name for file in folder.glob("*/trainer.py"))

print("shipped with Keras:", engines)
print("in use now:", keras.config.backend())
