"""Runs a script as `python script` would, and notices how much its sections print."""

from __future__ import annotations

import ast
import atexit
import bisect
import builtins
import codeop
import contextlib
import gc
import io
import linecache
import os
import sys
import threading
import traceback
import types
from collections.abc import Callable
from typing import Any

from .claims import said


class Progress:
    """How much had been printed and shown when the script passed each of the lines *cuts*."""

    def __init__(self, cuts: list[int], printed: str, figures: Callable[[], int]) -> None:
        """Look for what is printed in the file *printed*; *figures* counts what has been shown."""
        self.ahead = sorted(cuts)
        self.printed, self.figures, self.ask = printed, figures, os.stat
        self.passed: list[tuple[int, int, int]] = []

    def pass_by(self, line: int) -> None:
        """Note that the script has come to *line*."""
        flush()
        while self.ahead and self.ahead[0] < line:
            self.passed.append((self.ahead.pop(0), self.ask(self.printed).st_size, self.figures()))


def flush() -> None:
    """Have what was printed be in its file, whatever the snippet has done to its streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):
            stream.flush()  # type: ignore[union-attr] # None has none


def run_script(
    source: str, script: str, shown_path: str, progress: Progress
) -> tuple[dict[str, Any], BaseException | None]:
    """Run *source*, the text of the file *script*; return its names and the exception that ended it."""
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=builtins, __cached__=None, __annotations__={})
    sys.modules["__main__"] = main
    sys.argv = [script]
    lines = io.StringIO(source).readlines()
    linecache.cache[shown_path] = (len(source), None, lines, shown_path)
    try:
        tree, compiled = ast.parse(source, shown_path), codeop.Compile()
        for statements in parts(tree, progress.ahead):
            progress.pass_by(statements[0].lineno)
            part: Any = ast.Module(statements, [])
            exec(compiled(part, shown_path, "exec"), main.__dict__)
    except BaseException as error:
        return main.__dict__, error
    return main.__dict__, None


def told(error: BaseException | None) -> dict[str, str] | None:
    """The `type`, the `message` and the `traceback` of the exception that ended a script, if one did."""
    if error is None or (isinstance(error, SystemExit) and error.code in (None, 0)):
        return None
    if isinstance(error, SystemExit):
        return {"type": "SystemExit", "message": str(error.code), "traceback": ""}
    own = error.__traceback__.tb_next if error.__traceback__ else None
    lines = traceback.format_exception(type(error), error, own)
    return {"type": type(error).__name__, "message": said(error), "traceback": "".join(lines)}


def parts(tree: ast.Module, cuts: list[int]) -> list[list[ast.stmt]]:
    """The statements of *tree* between the lines *cuts*, those without any left out."""
    found: dict[int, list[ast.stmt]] = {}
    for statement in tree.body:
        found.setdefault(bisect.bisect(cuts, statement.lineno), []).append(statement)
    return list(found.values())


def wait_for_threads() -> None:
    """Wait, as the interpreter does at its end, for the threads that the snippet left."""
    left = [thread for thread in threading.enumerate() if not thread.daemon]
    left.remove(threading.current_thread())
    if left:
        for call in reversed(getattr(threading, "_threading_atexits", ())):  # it has pools end their threads
            call()
    for thread in left:
        thread.join()


def end_script() -> None:
    """Do what the interpreter does at its end: call what was registered for it, then let go of the script."""
    atexit._run_exitfuncs()
    sys.modules.pop("__main__", None)
    gc.collect()
    flush()
