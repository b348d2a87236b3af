"""Runs scripts, puts what they print into pages, and builds these: what is needed at least, and no more.

Called as `python bare.py fork|python WORKERS SCRIPT…` in the folder of a book of `bench.forms.bare`.
Kept apart from all else here, because it is what others are measured against.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path

PRINTED = Path("printed")


def run(script: str, output: str) -> None:
    """Run *script* in this process, all that it prints going to the file *output*."""
    target = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(target, 1)
    runpy.run_path(script, run_name="__main__")
    sys.stdout.flush()


def in_forks(scripts: list[str], workers: int) -> bool:
    """Run each of *scripts* in a process that has Keras already; return whether all ended well."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["keras", "tensorflow"])
    running: list[BaseProcess] = []
    ahead, well = [*scripts], True
    while ahead or running:
        while ahead and len(running) < workers:
            script = ahead.pop(0)
            process = context.Process(target=run, args=(script, str(PRINTED / Path(script).stem)))
            process.start()
            running.append(process)
        wait([process.sentinel for process in running])
        for ended in [process for process in running if not process.is_alive()]:
            running.remove(ended)
            well = well and ended.exitcode == 0
    return well


def in_pythons(scripts: list[str], workers: int) -> bool:
    """Run each of *scripts* as a reader would; return whether all ended well."""

    def ends(script: str) -> int:
        with (PRINTED / Path(script).stem).open("wb") as output:
            return subprocess.run([sys.executable, script], stdout=output, check=False).returncode

    with ThreadPoolExecutor(workers) as pool:
        return not any(pool.map(ends, scripts))


if __name__ == "__main__":
    way, workers, *scripts = sys.argv[1:]
    PRINTED.mkdir(exist_ok=True)
    if not (in_forks if way == "fork" else in_pythons)(scripts, int(workers)):
        sys.exit("a script failed")
    printed = {file.name: file.read_text(encoding="utf-8") for file in PRINTED.iterdir()}
    for page in Path("holed").rglob("*.md"):
        target = "docs" / page.relative_to("holed")
        target.parent.mkdir(parents=True, exist_ok=True)
        text = re.sub(r"<<(\w+)>>\n", lambda hole: printed[hole[1]], page.read_text(encoding="utf-8"))
        target.write_text(text, encoding="utf-8")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "mkdocs", "build"])
