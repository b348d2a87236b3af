"""Runs a script as a reader does: in a Python of its own that has imported nothing, with an empty home."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from proof.common.text import lines
from proof.run import Lane, Run, Snippet, as_shown

#: For how long a Python may import its libraries, beside the time that a script may take, in seconds.
PATIENCE = 120
#: With this begins what a Python says of the exception that ends it.
TRACEBACK = "Traceback (most recent call last):\n"


def comparable(snippet: Snippet, lane: Lane) -> bool:
    """Whether a Python of its own can run *snippet* as *lane* does.

    No notebook, nothing that has to be imported before, and no data set: the file that a lane hands over need
    not be the one that Keras would download, to the byte.
    """
    return not snippet.cells and not lane.shim and not snippet.data


def differs(snippet: Snippet, run: Run, lane: Lane, settled: Callable[[str], str]) -> str | None:
    """What a Python of its own prints otherwise than *run*, as `file:line: message`; None if nothing.

    *settled* is text without what may differ from run to run.
    """
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        environment = surroundings(lane, folder)
        try:
            done = subprocess.run(
                [str(lane.python), str(snippet.root.resolve() / snippet.path)],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=snippet.seconds + PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{snippet.path}:1: a Python of its own does not come to its end"
    return parted(
        run, Plain(done.stdout, done.stderr, done.returncode), lambda text: settled(as_shown(snippet, text))
    )


def surroundings(lane: Lane, folder: str) -> dict[str, str]:
    """The variables of a Python of its own; *folder* becomes its home."""
    return {
        "HOME": folder,
        "PATH": os.environ.get("PATH", os.defpath),
        "TMPDIR": folder,
        **lane.environment,
        "MPLBACKEND": "agg",
        **({"PYTHONPATH": str(lane.added)} if lane.added else {}),
    }


@dataclass(frozen=True)
class Plain:
    """What a Python of its own printed, and the code with which it ended."""

    stdout: bytes
    stderr: bytes
    code: int

    def shown(self, error: Mapping[str, str] | None) -> tuple[str, str]:
        """Both streams as text, without the *error* that ended it, which stands last."""
        out, err = (part.decode("utf-8", "backslashreplace") for part in (self.stdout, self.stderr))
        if error and error["type"] == "SystemExit":
            return out, err.removesuffix(f"{error['message']}\n")
        return out, err.partition(TRACEBACK)[0] if error else err


def parted(run: Run, alone: Plain, settled: Callable[[str], str]) -> str | None:
    """Where a Python of its own parts from *run*, as `file:line: message`; None if nowhere.

    *settled* is text without what may differ from run to run.
    """
    if bool(run.error) != bool(alone.code):
        what = "fails, and here it does not" if alone.code else "does not fail, and here it does"
    else:
        parts = zip(("prints", "warns"), (run.stdout, run.stderr), alone.shown(run.error), strict=True)
        found = (otherwise(verb, settled(ours), settled(theirs)) for verb, ours, theirs in parts)
        what = next(filter(None, found), "")
    if not what:
        return None
    return (
        f"{run.snippet}:1: a Python of its own {what}; it prints the same if random numbers have a seed, "
        "and what the script uses is imported by it"
    )


def otherwise(verb: str, *texts: str) -> str:
    """The first line in which two texts differ, in words; nothing if they are one."""
    pairs = zip_longest(*map(lines, texts))
    ours, theirs = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
    here, there = ("nothing" if line is None else repr(line) for line in (ours, theirs))
    return "" if ours == theirs else f"{verb} {there} where it {verb} {here} here"
