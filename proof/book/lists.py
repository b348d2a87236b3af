"""The lists of a book: names and idioms that prose may use without a proof, and addresses to be reached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from proof.common.complaint import BookError
from proof.common.files import listed
from proof.run import LANES, NOW

NAMES, IDIOMS, REACHED = "docs/names.txt", "docs/idioms.txt", "docs/reached.txt"
#: How many words say who is asked for the number in a name: a lane and a library.
ASKED = 2
#: A line of the idioms: the language, the phrase, and the reason.
LINE = re.compile(r"(?P<language>zh|en) (?P<text>.*\S) = (?P<reason>\S.*)")
#: A line of the addresses: one, and the day on which it was reached, which `make reached` writes.
ADDRESS = re.compile(r"(?P<url>https?://\S+)(?: = (?P<day>\d{4}-\d\d-\d\d))?")


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
    """The proper names that prose may use, longest first.

    Raises:
        BookError: if a line of the file cannot be understood; the message names it.
    """
    found = []
    for number, line in listed(root, NAMES):
        text, asks, asked = line.partition(" = ")
        words = asked.split()
        if not text.strip() or (asks and (len(words) != ASKED or words[0] not in LANES)):
            raise BookError(
                f"{NAMES}:{number}: behind “ = ” stand the lane that is asked and the library whose version "
                f"the name ends with, such as `Keras 3 = {NOW.name} keras`; lanes are {', '.join(LANES)}"
            )
        found.append(Name(number, text.strip(), *words))
    return sorted(found, key=lambda name: len(name.text), reverse=True)


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
    for number, line in listed(root, IDIOMS):
        match = LINE.fullmatch(line.strip())
        if match is None:
            raise BookError(
                f"{IDIOMS}:{number}: a line is a language, a phrase and a reason, such as "
                "`zh 百分点 = a unit`"
            )
        found.append(Idiom(number, match["language"], match["text"], match["reason"]))
    return sorted(found, key=lambda idiom: len(idiom.text), reverse=True)


class Address(NamedTuple):
    """Where readers in mainland China are sent, its line, and when it was last reached; nothing if never."""

    line: int
    url: str
    day: str


def reached(root: Path) -> list[Address]:
    """The addresses, in their order.

    Raises:
        BookError: if a line of the file cannot be understood; the message names it.
    """
    found = []
    for number, line in listed(root, REACHED):
        match = ADDRESS.fullmatch(line.strip())
        if match is None or not is_day(match["day"]):
            raise BookError(
                f"{REACHED}:{number}: a line is an address, such as https://example.org/data.gz, and "
                "`make reached` writes behind it the day on which it was reached"
            )
        found.append(Address(number, match["url"], match["day"] or ""))
    return found


def is_day(text: str | None) -> bool:
    """Whether *text*, if there is any, is a day of the calendar that is not still to come."""
    try:
        return not text or date.fromisoformat(text) <= date.today()
    except ValueError:
        return False
