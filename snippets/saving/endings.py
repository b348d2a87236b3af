# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import logging
import shutil
from pathlib import Path

import keras
from keras import layers

model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3)])
warnings = []
logging.getLogger("absl").addFilter(warnings.append)
endings = [".keras", ".weights.h5", ".h5", ".tf", "", ".json"]


def export(name):
    model.export(name, verbose=False)


writers = {
    ".weights.h5": model.save_weights,
    ".tf": export,
    "": export,
    ".json": lambda name: Path(name).write_text(model.to_json()),
}


def tried(call, name):
    warnings.clear()
    try:
        call(name)
    except Exception as error:
        return type(error).__name__
    if Path(name).is_dir():
        return "a folder"
    return "warns" if warnings else "works"


def cleared(name):
    shutil.rmtree(name, ignore_errors=True)
    Path(name).unlink(missing_ok=True)
    return name


saves = [model.save, model.save_weights, export]
loads = [keras.saving.load_model, model.load_weights]
names = [call.__name__ for call in saves + loads]
print(f"{'':12}" + "".join(f"{name:13}" for name in names).rstrip())
table = {}
for ending in endings:
    name = "model" + ending
    row = [tried(call, cleared(name)) for call in saves]
    writers.get(ending, model.save)(cleared(name))
    row += [tried(call, name) for call in loads]
    table[ending] = dict(zip(names, row))
    cells = "".join(f"{cell:13}" for cell in row).rstrip()
    print(f"{ending or 'no ending':12}{cells}")

logging.getLogger("absl").removeFilter(warnings.append)
