"""One lane's process: it imports the lane's libraries once and forks a process for each snippet.

Started as `python -m inside.host` in the lane's interpreter. It reads one JSON object a line: first
`{"preload": […], "workers": n}`, then jobs (see `execute`). For each job that ends it writes one.
The end of its input, wanted or not, ends it and all that it started.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import IO, Any

from pebble import ProcessExpired, ProcessFuture, concurrent

from .execute import ANSWERS, RESULT, execute

#: The most a snippet may print, in bytes, and how much of it is kept when it has printed more.
MOST = 1 << 20
TAIL = 4096
#: The longest folder in which a socket has a name, in bytes; macOS allows the name 104.
LONGEST = 60


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    orders = json.loads(sys.stdin.readline())
    place = tempfile.gettempdir()
    if len(os.fsencode(place)) > LONGEST:
        tempfile.tempdir = "/tmp"  # noqa: S108 - for the fork server's socket, in a folder of its own
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*orders["preload"], "inside.execute"])
    lock = threading.Lock()
    with tempfile.TemporaryDirectory(prefix="proof-", dir=place) as folder:
        os.environ["HOME"] = os.path.join(folder, "home")  # an empty one: no settings of a user decide a run
        os.mkdir(os.environ["HOME"])
        start_in(context, import_all, 600)(orders["preload"]).result()
        workers, jobs = ThreadPoolExecutor(orders["workers"]), []
        for line in sys.stdin:
            jobs.append(workers.submit(work_off, json.loads(line), folder, context, answers, lock))
            jobs[-1].add_done_callback(never_fail_unseen)
        workers.shutdown(wait=False, cancel_futures=True)
        while not all(job.done() for job in jobs):
            for child in multiprocessing.active_children():
                child.kill()
            time.sleep(0.02)


def work_off(
    job: dict[str, Any], folder: str, context: ForkServerContext, answers: IO[str], lock: threading.Lock
) -> None:
    """Run a job in a process of its own, write what became of it as one line, and clear up."""
    place = Path(folder, str(time.monotonic_ns()))
    result: dict[str, Any] = {"id": job["id"]}
    try:
        place.mkdir()
        result["exit"] = how_it_ended(start_in(context, execute, job["seconds"] + 1)(job, str(place)))
    except OSError as error:
        result["exit"] = f"could not be run: {error}"
    with contextlib.suppress(FileNotFoundError, ValueError, ProcessLookupError, PermissionError):
        os.killpg(int((place / "pid").read_text()), signal.SIGKILL)
    if (place / RESULT).exists():
        result.update(json.loads((place / RESULT).read_text(encoding="utf-8")))
        result["values"] = values(place / ANSWERS, job, result["exit"])
        result["exit"] = ""
    printed = sum(len(text) for cell in result.get("cells", {}).values() for text in cell.values())
    for stream in ("stdout", "stderr"):
        result[stream], size = read_output(place / stream)
        printed = max(printed, size)
    if printed > MOST and not result["exit"]:
        result["exit"] = f"printed {printed / MOST:.1f} MiB, more than a snippet may (1 MiB)"
    with lock, contextlib.suppress(BrokenPipeError, ValueError):
        print(json.dumps(result), file=answers, flush=True)
    shutil.rmtree(place, ignore_errors=True)


def values(answers: Path, job: dict[str, Any], ended: str) -> dict[str, dict[str, str]]:
    """What the claims of *job* are worth: what stands in *answers*, and why the others are worth nothing.

    Those that were not answered, because the process *ended* so, have as `unended` the one that ended it.
    """
    found: dict[str, dict[str, str]] = {}
    begun = ""
    for line in answers.read_text(encoding="utf-8").splitlines() if answers.exists() else ():
        with contextlib.suppress(json.JSONDecodeError):
            begun, *value = json.loads(line)
            found.update(zip([begun], value, strict=False))
    if ended == "did not end in time":
        ended = f"did not end within {job['seconds']} s"
    for expression in job["expressions"]:
        found.setdefault(expression, {"error": ended, "unended": begun})
    return found


def start_in(
    context: ForkServerContext, function: Callable[..., None], seconds: int
) -> Callable[..., ProcessFuture[None]]:
    """Make *function* start in a process of its own and end within *seconds*."""
    started: Callable[..., ProcessFuture[None]] = concurrent.process(  # type: ignore[call-overload] # pebble annotates `context` as mp_context
        timeout=seconds, context=context
    )(function)
    return started


def import_all(modules: list[str]) -> None:
    """Import what the fork server should have imported: it passes over what fails."""
    for module in modules:
        importlib.import_module(module)


def never_fail_unseen(done: Future[None]) -> None:
    """End this process if a job was not answered, for its asker waits."""
    if not done.cancelled() and done.exception():
        try:
            traceback.print_exception(done.exception())
        finally:
            os._exit(1)


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


def read_output(file: Path) -> tuple[str, int]:
    """The text of a captured stream and its size in bytes; of one that has become too long, the end only."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            if size > MOST:
                stream.seek(size - TAIL)
            return stream.read().decode("utf-8", errors="backslashreplace"), size
    except FileNotFoundError:
        return "", 0


if __name__ == "__main__":
    main()
