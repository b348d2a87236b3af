# /// script
# [tool.proof]
# seconds = 240
# ///
import os
import subprocess
import sys
import textwrap

code = "import tensorflow as tf; tf.keras.Sequential"
run = subprocess.run(
    [sys.executable, "-c", code],
    env={**os.environ, "TF_USE_LEGACY_KERAS": "1"},
    capture_output=True,
    check=False,
    text=True,
)
*lines, error = run.stderr.splitlines()
for line in lines:
    if line.startswith("WARNING:tensorflow:"):
        print(textwrap.fill(line, 68))
print(error)
