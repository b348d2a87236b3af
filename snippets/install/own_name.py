# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import subprocess
import sys
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    script = Path(folder, "keras.py")
    script.write_text("import keras\n\nkeras.Sequential()\n")
    run = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        check=False,
        text=True,
    )

last = run.stderr.splitlines()[-1]
print(last.partition(" (")[0])
print("'keras' has no attribute 'Sequential'" in last)
