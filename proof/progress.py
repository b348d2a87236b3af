"""Shows how far a long command is: on a terminal a moving line, elsewhere nothing."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from proof.runs import Run


class Progress:
    """A context in which `update` can be called; it clears its line at the end."""

    def __init__(self, what: str = "running snippets", first: str = "starting Keras") -> None:
        console = Console(stderr=True)
        self.bar = Bar(
            TextColumn(what),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self.task = self.bar.add_task(first, total=None, start=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def count(self, done: int, total: int, now: str = "") -> None:
        """Show that *done* of *total* are done, and what is done *now*."""
        self.bar.start()
        self.bar.update(self.task, completed=done, total=total, description=now)

    def update(self, done: int, total: int, run: Run | None) -> None:
        """Show that *done* of *total* snippets have run, *run* last."""
        self.bar.start()
        last = f"{run.snippet}, {run.seconds:.1f} s" if run else "importing the libraries"
        self.bar.update(self.task, completed=done, total=total, description=last)
