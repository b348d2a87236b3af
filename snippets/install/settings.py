# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# seconds = 240
# ///
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def ask(**variables):
    code = "import keras; print(keras.config.backend())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, **variables},
        capture_output=True,
        check=False,
        text=True,
    )
    return (run.stdout or run.stderr).splitlines()[-1]


with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "KERAS_HOME": folder}
    environment.pop("KERAS_BACKEND", None)
    file = Path(folder, "keras.json")

    print("no file yet: ", ask())
    print(file.read_text())

    file.write_text(json.dumps({"backend": "jax"}))
    print("file says jax:", ask())
    print(
        "variable says tensorflow:", ask(KERAS_BACKEND="tensorflow")
    )
