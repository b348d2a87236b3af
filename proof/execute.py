"""What happens inside the process of one snippet. Runs in the lane's own interpreter."""

from __future__ import annotations

import ast
import builtins
import contextlib
import faulthandler
import hashlib
import importlib
import itertools
import json
import linecache
import os
import random
import resource
import signal
import sys
import threading
import time
import traceback
import types
from pathlib import Path
from typing import Any

MEBIBYTE = 1 << 20
#: The most a snippet may write into one file, its printed text included, and hold in memory.
FILE_LIMIT = 64 * MEBIBYTE
MEMORY_LIMIT = 4096 * MEBIBYTE
RESULT = "result.json"
#: Folders whose files are the machine's or the lane's, not the snippet's data.
SYSTEM = ("/dev", "/etc", "/proc", "/sys", "/usr")

opened: set[str] = set()


def execute(job: dict[str, Any], folder: str) -> None:
    """Run one snippet and leave what it did in *folder*.

    *job* holds `path` (as messages name the snippet), `root`, `expressions`, `libraries` and
    `seconds`. *folder* receives `stdout`, `stderr` and `result.json`; the last is missing if the
    process did not survive the snippet.
    """
    place = Path(folder)
    os.setsid()
    (place / "pid").write_text(str(os.getpid()))
    work = place / "work"
    work.mkdir()
    os.chdir(work)
    capture(place, "stdout", "stderr")
    limit(job["seconds"])
    seed()
    sys.addaudithook(notice_open)

    script = os.path.join(job["root"], job["path"])
    started = time.monotonic()
    namespace, error = run_script(script, job["path"])
    wait_for_threads()
    sys.stdout.flush()
    sys.stderr.flush()
    imported = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
    reads = own_files([*opened, *imported], work, exclude=script)

    capture(place, "claims-stdout", "claims-stderr")
    values = {expression: evaluate(expression, namespace) for expression in job["expressions"]}
    result = {
        "error": error,
        "values": values,
        "versions": versions(job["libraries"]),
        "reads": reads,
        "seconds": round(time.monotonic() - started, 3),
    }
    (place / RESULT).write_text(json.dumps(result), encoding="utf-8")


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


def run_script(script: str, shown_path: str) -> tuple[dict[str, Any], dict[str, str] | None]:
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
        exec(compile(source, shown_path, "exec"), main.__dict__)
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


def hide_engine(folder: str) -> None:
    """Leave the snippet what `python script` would: its own folder, and nothing of ours."""
    engine = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path[:] = [folder, *(entry for entry in sys.path if entry not in ("", engine))]
    for name in [name for name in sys.modules if name.partition(".")[0] == "proof"]:
        del sys.modules[name]


def wait_for_threads() -> None:
    """Wait, as the interpreter does at its end, for the threads that the snippet left."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def own_files(paths: list[str], work: Path, exclude: str) -> dict[str, str]:
    """Digest the files among *paths* that are neither the system's, the lane's nor temporary."""
    engine = os.path.dirname(os.path.abspath(__file__))
    added = {path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path}
    added.discard(os.path.dirname(engine))
    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix, str(work), engine, *added, *SYSTEM}
    outside = tuple(root + os.sep for root in roots)
    digests = {}
    for path in set(paths):
        if path and path != exclude and not path.startswith(outside) and os.path.isfile(path):
            with open(path, "rb") as file:
                digests[path] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def evaluate(expression: str, namespace: dict[str, Any]) -> dict[str, str]:
    """Evaluate a claim's expression among the snippet's names.

    Returns `{"literal": …}` for a value that a literal can write, else `{"text": …}`, or
    `{"error": …}` if it cannot be evaluated.
    """
    try:
        value = eval(expression, {"diagram": diagram, **namespace})
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


def diagram(model: Any) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The layers of a built model, in order: name, class, shape of the output, layers it takes from.

    Understands Keras 3 and Keras 2.1.5. A layer that is used twice takes from all that it is used on.
    """
    graph = getattr(model, "_functional", None) or model
    layers = list(graph.layers)
    if hasattr(model, "add") and not hasattr(layers[0], "batch_shape"):
        chain = [getattr(layer, "name", "") for layer in layers]
        inputs = {name: [before] for before, name in itertools.pairwise(chain)}
    else:
        inputs = {layer.name: sources(layer) for layer in layers}
    known = {layer.name for layer in layers}
    return [
        (
            layer.name,
            type(layer).__name__,
            str(output_shape(layer)),
            tuple(name for name in dict.fromkeys(inputs.get(layer.name, [])) if name in known),
        )
        for layer in layers
    ]


def output_shape(layer: Any) -> tuple[int | None, ...]:
    """The shape that *layer* gives, where it was called first."""
    shape = getattr(layer, "batch_shape", None) or getattr(layer, "output_shape", None)
    return tuple(shape or layer._inbound_nodes[0].output_tensors[0].shape)


def sources(layer: Any) -> list[str]:
    """The names of the layers that *layer* has been called on."""
    found: list[str] = []
    for node in layer._inbound_nodes:
        if hasattr(node, "parent_nodes"):
            found += [parent.operation.name for parent in node.parent_nodes]
        else:
            found += [before.name for before in node.inbound_layers]
    return found


def versions(libraries: list[str]) -> dict[str, str]:
    """The versions of *libraries* as they state them themselves, and Python's."""
    stated = {name: str(importlib.import_module(name).__version__) for name in libraries}
    return {**stated, "python": ".".join(map(str, sys.version_info[:3]))}
