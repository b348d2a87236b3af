"""Makes the process of one snippet what a Python of its own would be, and bounds it."""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import gc
import multiprocessing
import multiprocessing.process
import os
import resource
import signal
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

MEBIBYTE = 1 << 20
#: The most a snippet may write into one file, and hold in memory.
FILE_LIMIT = 64 * MEBIBYTE
MEMORY_LIMIT = 4096 * MEBIBYTE
#: The folder of these modules; the entries of the search path that lead to them, and to the project.
INSIDE = os.path.dirname(os.path.abspath(__file__))
ENTRY = os.path.dirname(INSIDE)
ENTRIES = ("", ENTRY, os.path.dirname(os.path.dirname(ENTRY)))


def begin(place: Path) -> Path:
    """Leave behind what this process has from its parent; return the folder to work in, below *place*."""
    os.setsid()
    (place / "pid").write_text(str(os.getpid()))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    forget_parent()
    work = place / "work"
    for folder in (work, place / "temporary", place / "home"):
        folder.mkdir()
    os.chdir(work)
    os.environ.update(TMPDIR=str(place / "temporary"), HOME=str(place / "home"))
    tempfile.tempdir = None
    return work


def forget_parent() -> None:
    """Be the first process of a program: one that may have children, and has nothing to do at its end."""
    this: Any = multiprocessing.current_process()
    this._config.pop("daemon", None)
    this._name, this._identity, this._parent_pid = "MainProcess", (), None
    vars(multiprocessing.process).update(_parent_process=None, _children=set())
    multiprocessing.set_start_method(None, force=True)
    atexit._clear()
    gc.freeze()


def capture(folder: Path, stdout: str, stderr: str) -> None:
    """Send file descriptors 1 and 2 to the ends of files, so that native code is captured too."""
    for descriptor, name in ((1, stdout), (2, stderr)):
        target = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(target, descriptor)
        os.close(target)
    sys.stdout = os.fdopen(1, "w", buffering=1, encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        stream.buffer.raw.name = "<stdout>" if stream is sys.stdout else "<stderr>"  # type: ignore[attr-defined]
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr  # type: ignore[misc] # they are those of the start


def limit(seconds: int) -> None:
    """Bound time, memory and files; have a crash and a time-out say where they happened."""
    faulthandler.enable(file=2, all_threads=False)
    faulthandler.dump_traceback_later(seconds, file=2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds + 10)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for kind, most in (
        (resource.RLIMIT_FSIZE, FILE_LIMIT),
        (resource.RLIMIT_DATA, MEMORY_LIMIT),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def hide_callers() -> None:
    """Have a warning that is laid at the door of what called the script say `sys`, as where nothing did."""
    frame, callers = sys._getframe(), set()
    while frame.f_back:
        frame = frame.f_back
        callers.add(frame.f_code.co_filename)
    module: Any = warnings
    show = module._showwarnmsg

    def shown(message: Any) -> None:
        if message.filename in callers or os.path.dirname(message.filename) == INSIDE:
            message.filename, message.lineno, message.line = "sys", 1, None
        show(message)

    module._showwarnmsg = shown


def hide_engine(folder: str) -> None:
    """Leave the snippet what `python script` would: its own folder, and nothing of ours."""
    sys.path[:] = [folder, *(entry for entry in sys.path if entry not in ENTRIES)]
    for name in [name for name in sys.modules if name.partition(".")[0] == "inside"]:
        del sys.modules[name]
