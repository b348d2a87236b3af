"""Shows how far a long command is: on a terminal a moving line, elsewhere nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

#: What long work tells whoever waits: how many things are done, of how many, and what is being done.
Tell = Callable[[int, int, str], None]


class Progress:
    """A context in which `count` can be called; it clears its line at the end."""

    def __init__(self, what: str = "running snippets") -> None:
        self.what = what
        self.bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.stop()

    def count(self, done: int, total: int, now: str = "") -> None:
        """Show that *done* of *total* are done, and what is done *now*."""
        if not sys.stderr.isatty():
            return
        if self.bar is None:
            self.bar = bar(self.what)
            self.bar.add_task("")
            self.bar.start()
        self.bar.update(self.bar.task_ids[0], completed=done, total=total, description=now)


def bar(what: str) -> Bar:
    """A line on the terminal. Its library takes a while to import, which a command in a pipe is spared."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}")
    return Bar(TextColumn(what), *columns, console=Console(stderr=True), transient=True)


def untold(done: int, total: int, now: str) -> None:
    """Tell nobody."""
