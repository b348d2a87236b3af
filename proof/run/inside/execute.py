"""What happens inside the process of one snippet. Runs in the lane's own interpreter."""

from __future__ import annotations

import base64
import contextlib
import importlib
import json
import os
import sys
import time
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

from .claims import evaluate
from .kernel import run_cells
from .process import ENTRY, INSIDE, begin, capture, hide_callers, hide_engine, limit
from .script import Progress, end_script, flush, run_script, told, wait_for_threads
from .watch import Watch

#: What a run leaves: what it did, and then what its claims are worth, each on a line.
RESULT, ANSWERS = "result.json", "answers.jsonl"
#: The backend of matplotlib in every lane.
FIGURES = "shown_figures"

#: The modules that every snippet has from the start.
PRELOADED = frozenset(sys.modules)


def execute(job: dict[str, Any], folder: str) -> None:
    """Run one snippet and leave what it did in *folder*.

    *job* holds `path` (as messages name the snippet), its `source`, `root`, `expressions`, `libraries`,
    `seconds`, `data` (files by the name of the data set), `cuts` (lines at which sections start and end),
    `cells` (those of a notebook, see `run_cells`) and `products` (names of the files to keep).
    *folder* receives `stdout`, `stderr` and `result.json`; the last is missing if the process did
    not survive the snippet. `answers.jsonl` holds what its claims are worth, as far as it survived them.
    """
    place = Path(folder)
    work = begin(place)
    hand_over(job["data"])
    sys.meta_path.append(FigureFinder)
    capture(place, "stdout", "stderr")
    limit(job["seconds"])
    watch = Watch(job["root"], [*own_folders(), folder])
    script = os.path.join(job["root"], job["path"])
    started = time.monotonic()
    progress = Progress(job["cuts"], os.path.join(folder, "stdout"), lambda: len(shown_figures()))
    hide_callers()
    hide_engine("" if job["cells"] else os.path.dirname(script))
    watch.start()
    names, error, cells = run(job, script, progress, folder)
    wait_for_threads()
    progress.pass_by(sys.maxsize)
    added = [sys.modules[name] for name in sorted(sys.modules.keys() - PRELOADED)]
    result = {
        "error": error,
        "cuts": progress.passed,
        "cells": cells,
        "figures": shown_figures(),
        "products": products(work, job["products"]),
        "versions": versions(job["libraries"]),
        "reads": watch.seen([getattr(module, "__file__", None) or "" for module in added], exclude=script),
        "seconds": round(time.monotonic() - started, 3),
    }
    (place / f"{RESULT}.part").write_text(json.dumps(result), encoding="utf-8")
    (place / f"{RESULT}.part").replace(place / RESULT)
    capture(place, "claims-stdout", "claims-stderr")
    ask(job["expressions"], names, place / ANSWERS)
    flush()
    capture(place, "stdout", "stderr")
    del names
    if not job["cells"]:
        end_script()


def run(job: dict[str, Any], script: str, progress: Progress, folder: str) -> tuple[Any, Any, Any]:
    """Run what *job* asks for; give the names at its end, the exception, and what cells showed."""
    if job["cells"]:
        ran = run_cells(job["cells"], job["path"], folder, lambda: len(shown_figures()))
        return ran.names, ran.error, ran.shown
    names, raised = run_script(job["source"], script, job["path"], progress)
    error = told(raised)
    if error and error["type"] != "SystemExit":
        names = {"error": raised, **names}  # for claims to ask about it
    return names, error, {}


def ask(expressions: list[str], names: dict[str, Any], answers: Path) -> None:
    """Evaluate *expressions*; leave each in the file *answers*, and then its value.

    An expression that takes too long, or ends this process, is the last there, and has none.
    """
    for expression in expressions:
        note(answers, [expression])
        note(answers, [expression, evaluate(expression, names)])


def note(file: Path, line: list[Any]) -> None:
    """Add a *line* to *file*."""
    with file.open("a", encoding="utf-8") as stream:
        print(json.dumps(line), file=stream)


def own_folders() -> list[str]:
    """The folders of the lane and of these modules, where nothing is the snippet's."""
    added = {path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path}
    return sorted({sys.prefix, sys.base_prefix, sys.exec_prefix, INSIDE, *added} - {ENTRY})


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
    def find_spec(name: str, *_: Any) -> ModuleSpec | None:
        """Find the one module."""
        if name != FIGURES:
            return None
        return spec_from_file_location(name, os.path.join(INSIDE, "figures.py"))


def shown_figures() -> list[dict[str, str]]:
    """The figures that the snippet has shown so far."""
    return list(sys.modules[FIGURES].shown) if FIGURES in sys.modules else []


def products(work: Path, names: list[str]) -> dict[str, str]:
    """The files called *names* that the snippet left in its folder *work*, in base64."""
    files = {name: work / name for name in names}
    return {
        name: base64.b64encode(file.read_bytes()).decode() for name, file in files.items() if file.is_file()
    }


def versions(libraries: list[str]) -> dict[str, str]:
    """The versions of *libraries* as they state them themselves, and Python's."""
    stated = {name: str(importlib.import_module(name).__version__) for name in libraries}
    return {**stated, "python": ".".join(map(str, sys.version_info[:3]))}
