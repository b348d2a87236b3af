"""The proper names that prose may use: those with digits, and words of code that are no part of Keras."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAMES = "docs/names.txt"


@dataclass(frozen=True)
class Name:
    """A proper name, on a line of its file; where a library states the number in it, lane and library."""

    line: int
    text: str
    lane: str | None = None
    library: str | None = None

    @property
    def version(self) -> str:
        """The number that the name ends with."""
        return self.text.rpartition(" ")[2]


def names(root: Path) -> list[Name]:
    """The proper names that prose may use, longest first."""
    file = root / NAMES
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines() if file.exists() else [], 1):
        text, _, asked = line.partition(" = ")
        if line.strip() and not line.startswith("#"):
            found.append(Name(number, text.strip(), *asked.split()[:2]))
    return sorted(found, key=lambda name: len(name.text), reverse=True)
