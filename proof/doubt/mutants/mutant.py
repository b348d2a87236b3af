"""A mutant: the book with one thing changed, where it stands, in each language in which it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """A change of one file: the text from `start` to `end` becomes `after`."""

    path: str
    start: int
    end: int
    before: str
    after: str
    line: int


@dataclass(frozen=True)
class Mutant:
    """One thing changed, in one place or, where both languages say it, in two."""

    kind: str
    changes: tuple[Change, ...]

    @property
    def path(self) -> str:
        """The first file that is changed."""
        return self.changes[0].path

    @property
    def paths(self) -> set[str]:
        """The files that are changed."""
        return {change.path for change in self.changes}

    @property
    def line(self) -> int:
        """The line of the first change."""
        return self.changes[0].line

    def applied(self, read: Callable[[str], str]) -> Mapping[str, str]:
        """The texts of the changed files, whose texts *read* gives."""
        texts = {path: read(path) for path in self.paths}
        for change in sorted(self.changes, key=lambda change: -change.start):
            text = texts[change.path]
            texts[change.path] = text[: change.start] + change.after + text[change.end :]
        return texts

    def __str__(self) -> str:
        return "; ".join(
            f"{change.path}:{change.line}: {self.kind}: “{brief(change.before)}” → “{brief(change.after)}”"
            for change in self.changes
        )


def brief(text: str, most: int = 60) -> str:
    """*text* on one line, where it is longer than that, with its ends."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most // 2]} … {words[-most // 2 :]}"


def change(kind: str, path: str, text: str, span: tuple[int, int], after: str) -> Mutant:
    """The mutant that replaces a *span* of *text* in one file."""
    start, end = span
    line = text.count("\n", 0, start) + 1
    return Mutant(kind, (Change(path, start, end, text[start:end], after, line),))


def next_number(digits: str) -> str:
    """Another run of digits, as long as *digits*."""
    return str((int(digits) + 1) % 10 ** len(digits)).zfill(len(digits))
