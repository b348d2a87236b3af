# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# seconds = 240
# ///
import os
import subprocess
import sys

quiet = """
import os

standard_error = os.dup(2)
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

import keras

keras.ops.zeros(1)
os.dup2(standard_error, 2)
"""
variables = {k: v for k, v in os.environ.items() if not k.startswith("TF_")}
done = subprocess.run(
    [sys.executable, "-c", quiet],
    env=variables,
    stderr=subprocess.PIPE,
    check=True,
    text=True,
)
lines = len(done.stderr.splitlines())
print("lines of log:", lines)
