"""Finds what a page's prose says that nothing proves. Knows nothing of runs.

A digit in prose stands in a claim or another link, in inline code that occurs in what the page shows,
or in a proper name from `docs/names.txt`. A word of inline code, and a quotation of English on a
Chinese page, occurs in what the page shows, too, or else Keras must know the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from proof.pages import FRONT_MATTER, Page

NAMES = "docs/names.txt"
DIGITS = re.compile(r"[\d.,]*\d")
QUOTATION = re.compile(r"“([A-Za-z][^”\u4e00-\u9fff]*)”")
WORD = re.compile(r"[^\W\d]\w*")
HEADING_ID = re.compile(r"\{ #[\w-]+ \}")


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


def unproven(page: Page, allowed: list[str], shown: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each digit that nothing proves.

    *allowed* are proper names; *shown* is the text of all that the page includes.
    """
    for line, text in texts(page):
        for digits in DIGITS.findall(without_names(text, allowed)) if DIGITS.search(text) else ():
            yield line, f"“{digits}” stands outside a claim, a link, or a name in {NAMES}"
    for line, code in spans(page, "code_inline"):
        if re.search(r"\d", code) and code not in shown and code not in allowed:
            yield line, f"`{code}` occurs in nothing that the page shows"
    for line, text in texts(page):
        for quoted in QUOTATION.findall(text) if page.language == "zh" else ():
            if " ".join(quoted.split()) not in " ".join(shown.split()):
                yield line, f"“{quoted}” is quoted, but occurs in nothing that the page shows"


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words in *text*."""
    return frozenset(WORD.findall(text))


def unknown_words(page: Page, allowed: list[str], shown: str, known: frozenset[str]) -> list[tuple[int, str]]:
    """The line and the text of each word of inline code that is neither *allowed* nor in *shown*.

    *shown* is the text of all that the book shows, and *known* the words in it.
    """
    return [
        (line, word)
        for line, code in spans(page, "code_inline")
        for word in dict.fromkeys(re.findall(r"keras(?:\.\w+)+", code) or WORD.findall(code))
        if word not in known and code not in allowed and code not in shown and word not in allowed
    ]


def texts(page: Page) -> Iterator[tuple[int, str]]:
    """The prose of *page* outside links and code: lines of front matter, blocks, titles of fences."""
    head = FRONT_MATTER.match(page.text)
    yield from enumerate(head[0].splitlines() if head else [], start=1)
    for fence in page.fences:
        if fence.title and fence.title not in fence.body:
            yield fence.line, fence.title
    yield from spans(page, "text")


def spans(page: Page, kind: str) -> Iterator[tuple[int, str]]:
    """The spans of one *kind* outside links, with their lines; an image is the text that describes it."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        line, depth = token.map[0] + 1, 0
        for child in token.children or []:
            depth += child.nesting if child.type in ("link_open", "link_close") else 0
            line += child.type in ("softbreak", "hardbreak")
            if (child.type == kind or (child.type, kind) == ("image", "text")) and depth == 0:
                yield line, without_ids(child.content)


def without_names(text: str, allowed: list[str]) -> str:
    """*text* without the proper names in *allowed*."""
    for name in allowed:
        text = re.sub(rf"(?<![\w.]){re.escape(name)}(?!\.?\d)", "", text)
    return text


def without_ids(text: str) -> str:
    """*text* without the attribute list that gives a heading its id."""
    return HEADING_ID.sub("", text)
