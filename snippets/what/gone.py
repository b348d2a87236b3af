# /// script
# [tool.proof]
# seconds = 240
# ///
import os
import subprocess
import sys

for name in ("cntk", "theano", "pytorch"):
    run = subprocess.run(
        [sys.executable, "-c", "import keras"],
        env={**os.environ, "KERAS_BACKEND": name},
        capture_output=True,
        check=False,
        text=True,
    )
    print(run.stderr.splitlines()[-1])
