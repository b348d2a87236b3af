"""Runs the cells of a notebook as Jupyter does: in a kernel of its own make, here in this process."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

COLOUR = re.compile(r"\x1b\[[\d;]*m")
#: How a traceback names a line of a cell: by its number among those that have run.
PLACE = re.compile(r"Cell In\[(\d+)\], line (\d+)")
#: Where IPython keeps its own things; and that nobody is to hear of what a debugger would miss.
VARIABLES = {"IPYTHONDIR": "ipython", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}


@dataclass
class Ran:
    """What became of a notebook.

    `names` are those at its end, and `errors`, the exceptions of its cells by their names; `error` is the
    exception that ended it before that. `shown` holds for each cell its `stdout`, its `stderr`, its value
    (`out`) and its exception (`error`), those that are not empty, and its `figures`, as the numbers of the
    first and of the one after the last.
    """

    names: dict[str, Any]
    error: dict[str, str] | None
    shown: dict[str, dict[str, Any]]


def run_cells(cells: list[dict[str, Any]], path: str, folder: str, figures: Callable[[], int]) -> Ran:
    """Run *cells*: the `name` of each, its `line` in the file at *path*, its `code`, and whether it `raises`.

    *folder* holds what the process writes to its streams, and what IPython keeps; *figures* counts those that
    have been shown.
    """
    shell, client = start(folder)
    errors: dict[str, BaseException] = {}
    ran = Ran({"errors": errors, **shell.user_ns}, None, {})
    for cell in cells:
        sizes, first = [os.fstat(stream).st_size for stream in (1, 2)], figures()
        found = dict.fromkeys(("stdout", "stderr", "out", "error"), "")
        raised: dict[str, Any] | None = None
        for kind, content in answered(client, cell["code"]):
            if kind == "stream":
                found[content["name"]] += content["text"]
            elif kind == "error":
                raised = content
                found["error"] = f"{raised['ename']}: {raised['evalue']}"
            else:
                part = "out" if kind == "execute_result" else "stdout"
                found[part] += content["data"].get("text/plain", "")
        for name, size in zip(("stdout", "stderr"), sizes, strict=True):
            found[name] += added(os.path.join(folder, name), size)
        shown = {part: text for part, text in found.items() if text}
        ran.shown[cell["name"]] = {**shown, "figures": [first, figures()]}
        if raised:
            result = shell.last_execution_result
            errors[cell["name"]] = result.error_in_exec or result.error_before_exec
        if bool(raised) != cell["raises"]:
            ran.error = told(cells[: len(ran.shown)], path, raised)
            break
    ran.names.update(shell.user_ns)
    return ran


def start(folder: str) -> tuple[Any, Any]:
    """The shell of a kernel, and a client that has it run cells."""
    os.environ.update(VARIABLES, IPYTHONDIR=os.path.join(folder, VARIABLES["IPYTHONDIR"]))
    from ipykernel.inprocess.ipkernel import InProcessKernel
    from ipykernel.inprocess.manager import InProcessKernelManager
    from ipykernel.zmqshell import ZMQInteractiveShell
    from traitlets.config import Config

    class Kernel(InProcessKernel):
        """One whose shell is the one that notebooks have, by which libraries know where they are."""

        shell_class = ZMQInteractiveShell

    manager: Any = InProcessKernelManager()
    settings = Config(HistoryManager={"enabled": False})
    make: Any = Kernel
    manager.kernel = make(parent=manager, session=manager.session, config=settings)
    for name in VARIABLES:
        del os.environ[name]
    client = manager.client()
    client.start_channels()
    return manager.kernel.shell, client


def answered(client: Any, code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Run *code*; yield what it shows, as the kind and the content of each message."""
    client.execute(code, allow_stdin=False)
    client.get_shell_msg(timeout=1)
    sys.stdout.flush()
    sys.stderr.flush()
    while client.iopub_channel.msg_ready():
        message = client.get_iopub_msg(timeout=1)
        if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
            yield message["msg_type"], message["content"]


def added(path: str, size: int) -> str:
    """What the file at *path* holds past *size*: libraries and processes write to streams past Python."""
    with open(path, "rb") as file:
        file.seek(size)
        return file.read().decode("utf-8", "replace")


def told(cells: list[dict[str, Any]], path: str, raised: dict[str, Any] | None) -> dict[str, str]:
    """How the last of the *cells* that ran ended, which should have ended otherwise."""
    if raised is None:
        cell = cells[-1]
        message = f"the cell {cell['name']} ended well, but its tags say that it raises"
        place = f'File "{path}", line {cell["line"]}\n'
        return {"type": "nothing", "message": message, "traceback": place}
    lines = COLOUR.sub("", "\n".join(raised["traceback"]))

    def in_file(match: re.Match[str]) -> str:
        return f'File "{path}", line {cells[int(match[1]) - 1]["line"] + int(match[2])}'

    return {"type": raised["ename"], "message": raised["evalue"], "traceback": PLACE.sub(in_file, lines)}
