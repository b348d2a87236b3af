# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import subprocess
import sys
import tempfile
from pathlib import Path

command = [sys.executable, "-m", "pip", "--isolated", "download"]
command += ["tensorflow", "--no-index", "--find-links"]

with tempfile.TemporaryDirectory() as folder:
    wheel = "tensorflow-2.21.0-cp27-cp27m-win_amd64.whl"
    Path(folder, wheel).touch()
    run = subprocess.run(
        [*command, folder],
        capture_output=True,
        check=False,
        text=True,
    )

print(run.stderr.strip())
