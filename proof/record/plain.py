"""Runs a script as a reader does: in a Python of its own that has imported nothing, with an empty home."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable

from proof.common.text import lines
from proof.run import Lane, Run, Snippet, as_shown

#: For how long a Python may import its libraries, beside the time that a script may take, in seconds.
PATIENCE = 120


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
    printed = settled(run.stdout), settled(as_shown(snippet, done.stdout.decode("utf-8", "backslashreplace")))
    return parted(snippet, printed, (bool(run.error), done.returncode != 0))


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


def parted(snippet: Snippet, printed: tuple[str, str], failed: tuple[bool, bool]) -> str | None:
    """Where a Python of its own, the second of each two, parts from a run; None if nowhere."""
    ours, theirs = map(lines, printed)
    place = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    if place is None and len(ours) != len(theirs):
        place = min(len(ours), len(theirs))
    if place is not None:
        here, there = (repr(found[place]) if place < len(found) else "nothing" for found in (ours, theirs))
        what = f"prints {there} where it prints {here} here"
    elif failed[0] != failed[1]:
        what = "fails, and here it does not" if failed[1] else "does not fail, and here it does"
    else:
        return None
    return (
        f"{snippet.path}:1: a Python of its own {what}; it prints the same if random numbers have a seed, "
        "and what the script uses is imported by it"
    )
