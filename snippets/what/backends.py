# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
from pathlib import Path

import keras

folder = Path(keras.__file__).parent / "src" / "backend"
trains = {}
for file in folder.glob("*/trainer.py"):
    text = file.read_text(encoding="utf-8")
    trains[file.parent.name] = "NotImplementedError" not in text

for name in sorted(trains):
    print(f"{name:10}", "can train" if trains[name] else "cannot")
print("in use now:", keras.config.backend())
