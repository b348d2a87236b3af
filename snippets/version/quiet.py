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
try:
    import keras

    keras.ops.zeros(1)
finally:
    os.dup2(standard_error, 2)
"""
for name in [name for name in os.environ if name.startswith("TF_")]:
    del os.environ[name]


def errors(backend):
    run = subprocess.run(
        [sys.executable, "-c", quiet],
        env={**os.environ, "KERAS_BACKEND": backend},
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )
    return run.stderr.splitlines()


lines = len(errors("tensorflow"))
failed = errors("theano")[-1]
print("lines of log:", lines)
print("if the import fails:", failed)
