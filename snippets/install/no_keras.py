# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import subprocess
import tempfile
import venv

with tempfile.TemporaryDirectory() as folder:
    venv.create(folder)
    python = venv.EnvBuilder().ensure_directories(folder).env_exe
    run = subprocess.run(
        [python, "-c", "import keras"],
        capture_output=True,
        check=False,
        text=True,
    )

print(run.stderr.splitlines()[-1])
