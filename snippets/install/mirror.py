# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import os
import subprocess
import sys
import tempfile

mirror = "https://pypi.tuna.tsinghua.edu.cn/simple"


def pip_config(*words):
    run = subprocess.run(
        [sys.executable, "-m", "pip", "config", "--user", *words],
        env={**os.environ, "HOME": folder, "APPDATA": folder},
        capture_output=True,
        check=True,
        text=True,
    )
    return run.stdout.strip()


with tempfile.TemporaryDirectory() as folder:
    print("at first:", pip_config("list") or "nothing")
    pip_config("set", "global.index-url", mirror)
    print("set:     ", pip_config("list"))
    pip_config("unset", "global.index-url")
    print("unset:   ", pip_config("list") or "nothing")
