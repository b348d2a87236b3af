"""One lane's process: it imports the lane's libraries once and forks a process for each snippet.

Started as `python -m proof.host` in the lane's interpreter. It reads one JSON object a line: first
`{"preload": […], "workers": n}`, then jobs (see `execute`). For each job that ends it writes one.
The end of its input, wanted or not, ends it and all that it started.
"""

from __future__ import annotations

import contextlib
import functools
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from proof.execute import RESULT, execute

#: How much of an output is kept when it breaks the limit.
TAIL = 4096


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    orders = json.loads(sys.stdin.readline())
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*orders["preload"], "proof.execute"])
    lock = threading.Lock()
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        pool = ProcessPool(orders["workers"], max_tasks=1, context=context)
        for line in sys.stdin:
            job = json.loads(line)
            place = Path(tempfile.mkdtemp(dir=folder))
            future = pool.schedule(execute, args=[job, str(place)], timeout=job["seconds"] + 1)
            future.add_done_callback(functools.partial(answer, job["id"], place, answers, lock))
        pool.stop()
        pool.join()


def answer(
    name: str, place: Path, answers: IO[str], lock: threading.Lock, future: ProcessFuture[None]
) -> None:
    """Write what became of a job as one line, and clear up behind it."""
    result: dict[str, Any] = {"id": name, "exit": how_it_ended(future)}
    with contextlib.suppress(FileNotFoundError, ValueError, ProcessLookupError):
        os.killpg(int((place / "pid").read_text()), signal.SIGKILL)
    if (place / RESULT).exists():
        result.update(json.loads((place / RESULT).read_text(encoding="utf-8")))
    elif result["exit"] == "":
        result["exit"] = "ended by os._exit(0)"
    for stream in ("stdout", "stderr"):
        result[stream] = read_output(place / stream)
    with lock, contextlib.suppress(BrokenPipeError, ValueError):
        print(json.dumps(result), file=answers, flush=True)
    shutil.rmtree(place, ignore_errors=True)


def how_it_ended(future: ProcessFuture[None]) -> str:
    """Say in a few words how the process ended, or nothing if it came to its own end."""
    try:
        future.result()
    except TimeoutError:
        return "did not end in time"
    except ProcessExpired as expired:
        code = expired.exitcode
        if code == -signal.SIGXFSZ:
            return "wrote more than a snippet may"
        if code < 0:
            return f"was killed by signal {-code} ({signal.Signals(-code).name})"
        return f"ended by os._exit({code})"
    except BaseException as error:
        return f"could not be run: {type(error).__name__}: {error}"
    return ""


def read_output(file: Path) -> str:
    """The text of a captured stream; of one that has become too long, the end only."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            if size > 1 << 20:
                stream.seek(size - TAIL)
            return stream.read().decode("utf-8", errors="backslashreplace")
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    main()
