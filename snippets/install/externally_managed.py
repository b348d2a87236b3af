# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import subprocess
import sys
import tempfile
from pathlib import Path

script = """
import sys
import sysconfig

folder = sys.argv[1]
sys.prefix = sys.base_prefix
sysconfig.get_path = lambda *names: folder

from pip._internal.cli.main import main

sys.exit(main(["--isolated", "install", "--no-index", "keras"]))
"""
text = "[externally-managed]\nError=What the system says.\n"

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "EXTERNALLY-MANAGED").write_text(text)
    run = subprocess.run(
        [sys.executable, "-c", script, folder],
        capture_output=True,
        check=False,
        text=True,
    )

print(run.stderr.strip())
