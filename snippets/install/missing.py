# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# seconds = 240
# ///
import subprocess
import sys

script = """
import sys
from importlib.machinery import PathFinder

class Hide(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "tensorflow":
            return super().find_spec(name, path, target)

sys.meta_path.remove(PathFinder)
sys.meta_path.append(Hide)

import keras
"""
run = subprocess.run(
    [sys.executable, "-c", script],
    capture_output=True,
    check=False,
    text=True,
)
print(run.stderr.splitlines()[-1])
