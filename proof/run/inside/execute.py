"""What happens inside the process of one snippet. Runs in the lane's own interpreter."""

from __future__ import annotations

import ast
import base64
import bisect
import builtins
import codeop
import contextlib
import faulthandler
import hashlib
import importlib
import importlib.machinery
import importlib.util
import json
import linecache
import os
import random
import resource
import signal
import sys
import tempfile
import threading
import time
import traceback
import types
from pathlib import Path
from typing import Any

from .api import api
from .graph import diagram
from .kernel import run_cells

MEBIBYTE = 1 << 20
#: The most a snippet may write into one file, its printed text included, and hold in memory.
FILE_LIMIT = 64 * MEBIBYTE
MEMORY_LIMIT = 4096 * MEBIBYTE
#: What a run leaves: what it did, and then what its claims are worth, each on a line.
RESULT, ANSWERS = "result.json", "answers.jsonl"
#: The folder of these modules; the entries of the search path that lead to them, and to the project.
INSIDE = os.path.dirname(os.path.abspath(__file__))
ENTRY = os.path.dirname(INSIDE)
ENTRIES = ("", ENTRY, os.path.dirname(os.path.dirname(ENTRY)))
#: The backend of matplotlib in every lane.
FIGURES = "shown_figures"
#: Folders whose files are the machine's or the lane's, not the snippet's data.
SYSTEM = ("/dev", "/etc", "/proc", "/sys", "/usr")

#: The modules that every snippet has from the start.
PRELOADED = frozenset(sys.modules)
opened: set[str] = set()


def execute(job: dict[str, Any], folder: str) -> None:
    """Run one snippet and leave what it did in *folder*.

    *job* holds `path` (as messages name the snippet), `root`, `expressions`, `libraries`, `seconds`,
    `data` (files by the name of the data set), `cuts` (lines at which sections start and end), `cells`
    (those of a notebook, see `run_cells`) and `products` (names of the files to keep).
    *folder* receives `stdout`, `stderr` and `result.json`; the last is missing if the process did
    not survive the snippet. `answers.jsonl` holds what its claims are worth, as far as it survived them.
    """
    place = Path(folder)
    os.setsid()
    (place / "pid").write_text(str(os.getpid()))
    work = place / "work"
    work.mkdir()
    os.chdir(work)
    have_temporary_files_in(place / "temporary")
    hand_over(job["data"])
    sys.meta_path.append(FigureFinder)
    capture(place, "stdout", "stderr")
    limit(job["seconds"])
    seed()
    sys.addaudithook(notice_open)

    script = os.path.join(job["root"], job["path"])
    started = time.monotonic()
    progress = Progress(job["cuts"])
    cells: dict[str, dict[str, Any]] = {}
    if job["cells"]:
        hide_engine("")
        ran = run_cells(job["cells"], job["path"], folder, lambda: len(shown_figures()))
        namespace, error, cells = ran.names, ran.error, ran.shown
    else:
        namespace, error = run_script(script, job["path"], progress)
    wait_for_threads()
    sys.stdout.flush()
    sys.stderr.flush()
    progress.pass_by(sys.maxsize)
    added = [sys.modules[name] for name in sorted(sys.modules.keys() - PRELOADED)]
    imported = [getattr(module, "__file__", None) or "" for module in added]
    reads = own_files([*opened, *imported], place, exclude=script)

    capture(place, "claims-stdout", "claims-stderr")
    result = {
        "error": error,
        "cuts": progress.passed,
        "cells": cells,
        "figures": shown_figures(),
        "products": products(work, job["products"]),
        "versions": versions(job["libraries"]),
        "reads": reads,
        "seconds": round(time.monotonic() - started, 3),
    }
    (place / f"{RESULT}.part").write_text(json.dumps(result), encoding="utf-8")
    (place / f"{RESULT}.part").replace(place / RESULT)
    ask(job["expressions"], namespace, place / ANSWERS)


def ask(expressions: list[str], namespace: dict[str, Any], answers: Path) -> None:
    """Evaluate *expressions*; leave each in the file *answers*, and then its value.

    An expression that takes too long, or ends this process, is the last there, and has none.
    """
    for expression in expressions:
        note(answers, [expression])
        note(answers, [expression, evaluate(expression, namespace)])


def note(file: Path, line: list[Any]) -> None:
    """Add a *line* to *file*."""
    with file.open("a", encoding="utf-8") as stream:
        print(json.dumps(line), file=stream)


def have_temporary_files_in(folder: Path) -> None:
    """Have what the snippet and its children call temporary lie in *folder*, and go with it."""
    folder.mkdir()
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None


def capture(folder: Path, stdout: str, stderr: str) -> None:
    """Send file descriptors 1 and 2 to files, so that native code is captured too."""
    for stream, name in ((sys.stdout, stdout), (sys.stderr, stderr)):
        stream.flush()
        target = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        os.dup2(target, {"stdout": 1, "stderr": 2}[name.removeprefix("claims-")])
        os.close(target)
    sys.stdout = os.fdopen(1, "w", buffering=1, encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def limit(seconds: int) -> None:
    """Bound time, memory and output; have a crash and a time-out say where they happened."""
    faulthandler.enable(file=2, all_threads=False)
    faulthandler.dump_traceback_later(seconds, file=2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds + 10)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for kind, most in (
        (resource.RLIMIT_FSIZE, FILE_LIMIT),
        (resource.RLIMIT_DATA, MEMORY_LIMIT),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def seed() -> None:
    """Fix the random numbers of the libraries that are loaded."""
    random.seed(0)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(0)
    if "keras" in sys.modules:
        keras_seed = getattr(sys.modules["keras"].utils, "set_random_seed", None)
        if keras_seed is not None:
            keras_seed(0)


def notice_open(event: str, arguments: tuple[Any, ...]) -> None:
    """Remember each file that is opened for reading."""
    if event == "open":
        path, mode, _ = arguments
        if isinstance(path, str) and (mode is None or "r" in mode):
            opened.add(os.path.abspath(path))


def hand_over(data: dict[str, str]) -> None:
    """Have Keras's `load_data()` find the files of *data*, which also lie in the working folder."""
    for name, file in data.items():
        os.symlink(file, os.path.basename(file))
        for module in (f"keras.src.datasets.{name}", f"keras.datasets.{name}"):
            with contextlib.suppress(ModuleNotFoundError):
                vars(importlib.import_module(module))["get_file"] = lambda *_, file=file, **__: file


class FigureFinder:
    """Lets matplotlib find the backend that keeps what a snippet shows, and nobody else see it."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        """Find the one module."""
        if name != FIGURES:
            return None
        return importlib.util.spec_from_file_location(name, os.path.join(INSIDE, "figures.py"))


def shown_figures() -> list[dict[str, str]]:
    """The figures that the snippet has shown so far."""
    return list(sys.modules[FIGURES].shown) if FIGURES in sys.modules else []


def products(work: Path, names: list[str]) -> dict[str, str]:
    """The files called *names* that the snippet left in its folder *work*, in base64."""
    files = {name: work / name for name in names}
    return {
        name: base64.b64encode(file.read_bytes()).decode() for name, file in files.items() if file.is_file()
    }


class Progress:
    """How much had been printed and shown when the script passed each of the lines *cuts*."""

    def __init__(self, cuts: list[int]) -> None:
        self.ahead = sorted(cuts)
        self.passed: list[tuple[int, int, int]] = []

    def pass_by(self, line: int) -> None:
        """Note that the script has come to *line*."""
        sys.stdout.flush()
        while self.ahead and self.ahead[0] < line:
            self.passed.append((self.ahead.pop(0), os.fstat(1).st_size, len(shown_figures())))


def run_script(
    script: str, shown_path: str, progress: Progress
) -> tuple[dict[str, Any], dict[str, str] | None]:
    """Run *script* as `python script` would; return its names and the exception that ended it.

    An exception is also among the names, as `error`, for claims to ask about it.
    """
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=builtins)
    sys.modules["__main__"] = main
    sys.argv = [script]
    hide_engine(os.path.dirname(script))
    with open(script, encoding="utf-8") as file:
        source = file.read()
    linecache.cache[shown_path] = (len(source), None, source.splitlines(keepends=True), shown_path)
    try:
        tree, compiled = ast.parse(source, shown_path), codeop.Compile()
        for statements in parts(tree, progress.ahead):
            progress.pass_by(statements[0].lineno)
            part: Any = ast.Module(statements, [])
            exec(compiled(part, shown_path, "exec"), main.__dict__)
    except SystemExit as stop:
        if stop.code in (None, 0):
            return main.__dict__, None
        return main.__dict__, {"type": "SystemExit", "message": str(stop.code), "traceback": ""}
    except BaseException as error:
        own = error.__traceback__.tb_next if error.__traceback__ else None
        lines = traceback.format_exception(type(error), error, own)
        raised = {"type": type(error).__name__, "message": str(error), "traceback": "".join(lines)}
        return {"error": error, **main.__dict__}, raised
    return main.__dict__, None


def parts(tree: ast.Module, cuts: list[int]) -> list[list[ast.stmt]]:
    """The statements of *tree* between the lines *cuts*, those without any left out."""
    found: dict[int, list[ast.stmt]] = {}
    for statement in tree.body:
        found.setdefault(bisect.bisect(cuts, statement.lineno), []).append(statement)
    return list(found.values())


def hide_engine(folder: str) -> None:
    """Leave the snippet what `python script` would: its own folder, and nothing of ours."""
    sys.path[:] = [folder, *(entry for entry in sys.path if entry not in ENTRIES)]
    for name in [name for name in sys.modules if name.partition(".")[0] == "inside"]:
        del sys.modules[name]


def wait_for_threads() -> None:
    """Wait, as the interpreter does at its end, for the threads that the snippet left."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def own_files(paths: list[str], place: Path, exclude: str) -> dict[str, str]:
    """Digest the files among *paths* that are not the system's, the lane's, or the run's own in *place*."""
    added = {path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path}
    added.discard(ENTRY)
    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix, str(place), INSIDE, *added, *SYSTEM}
    outside = tuple(root + os.sep for root in roots)
    digests = {}
    for path in set(paths):
        if path and path != exclude and not path.startswith(outside) and os.path.isfile(path):
            with open(path, "rb") as file:
                digests[path] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def evaluate(expression: str, namespace: dict[str, Any]) -> dict[str, str]:
    """Evaluate a claim's expression among the snippet's names, and `keras`.

    Returns `{"literal": …}` for a value that a literal can write, else `{"text": …}`, or
    `{"error": …}` if it cannot be evaluated.
    """
    try:
        keras = {"keras": sys.modules["keras"]} if "keras" in sys.modules else {}
        value = eval(expression, {"api": api, "diagram": diagram, **keras, **namespace})
        if hasattr(value, "item") and getattr(value, "shape", None) == ():
            value = value.item()
        if isinstance(value, tuple):
            value = tuple(value)
        literal = repr(value)
        with contextlib.suppress(ValueError, SyntaxError):
            if ast.literal_eval(literal) == value:
                return {"literal": literal}
        return {"text": str(value)}
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}


def versions(libraries: list[str]) -> dict[str, str]:
    """The versions of *libraries* as they state them themselves, and Python's."""
    stated = {name: str(importlib.import_module(name).__version__) for name in libraries}
    return {**stated, "python": ".".join(map(str, sys.version_info[:3]))}
