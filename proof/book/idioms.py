"""The idioms that prose may use: phrases with words for numbers that state nothing a run could show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from proof.common.complaint import BookError
from proof.common.files import text_of

IDIOMS = "docs/idioms.txt"
LINE = re.compile(r"(?P<language>zh|en) (?P<text>.*\S) = (?P<reason>\S.*)")


@dataclass(frozen=True)
class Idiom:
    """A phrase of one language, on a line of its file, and why it states no number."""

    line: int
    language: str
    text: str
    reason: str


def idioms(root: Path) -> list[Idiom]:
    """The idioms, longest first.

    Raises:
        BookError: if a line of the file cannot be understood; the message names it.
    """
    found = []
    for number, line in enumerate(text_of(root, IDIOMS, missing="").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line.strip())
        if match is None:
            raise BookError(
                f"{IDIOMS}:{number}: a line is a language, a phrase and a reason, such as "
                "`zh 百分点 = a unit`"
            )
        found.append(Idiom(number, match["language"], match["text"], match["reason"]))
    return sorted(found, key=lambda idiom: len(idiom.text), reverse=True)
