# /// script
# [tool.proof]
# seconds = 240
# ///
import os
import subprocess
import sys

run = subprocess.run(
    [sys.executable, "-c", "import tensorflow as tf; tf.keras.Sequential"],
    env={**os.environ, "TF_USE_LEGACY_KERAS": "1"},
    capture_output=True,
    check=False,
    text=True,
)
print(run.stderr.splitlines()[-1])
