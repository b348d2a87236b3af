"""Finds the digits of a page's prose that nothing proves. Knows nothing of runs.

A digit in prose stands in a claim or another link, in inline code that occurs in what the page shows,
or in a proper name from `docs/names.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from proof.pages import FRONT_MATTER, Page

NAMES = "docs/names.txt"
DIGITS = re.compile(r"[\d.,]*\d")


def names(root: Path) -> list[str]:
    """The proper names with digits that prose may use, longest first."""
    file = root / NAMES
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return sorted(found, key=len, reverse=True)


def unproven(page: Page, allowed: list[str], shown: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each digit that nothing proves.

    *allowed* are proper names; *shown* is the text of all that the page includes.
    """
    for line, text in texts(page):
        for digits in DIGITS.findall(without_names(text, allowed)):
            yield line, f"“{digits}” stands outside a claim, a link, or a name in {NAMES}"
    for line, code in spans(page, "code_inline"):
        if re.search(r"\d", code) and code not in shown and code not in allowed:
            yield line, f"`{code}` occurs in nothing that the page shows"


def texts(page: Page) -> Iterator[tuple[int, str]]:
    """The prose of *page* outside links and code: lines of front matter, blocks, titles of fences."""
    head = FRONT_MATTER.match(page.text)
    yield from enumerate(head[0].splitlines() if head else [], start=1)
    for fence in page.fences:
        if fence.title and fence.title not in fence.body:
            yield fence.line, fence.title
    yield from spans(page, "text")


def spans(page: Page, kind: str) -> Iterator[tuple[int, str]]:
    """The spans of one *kind* outside links, with their lines."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        line, depth = token.map[0] + 1, 0
        for child in token.children or []:
            depth += child.nesting if child.type in ("link_open", "link_close") else 0
            line += child.type in ("softbreak", "hardbreak")
            if child.type == kind and depth == 0:
                yield line, without_ids(child.content)


def without_names(text: str, allowed: list[str]) -> str:
    """*text* without the proper names in *allowed*."""
    for name in allowed:
        text = re.sub(rf"(?<![\w.]){re.escape(name)}(?!\.?\d)", "", text)
    return text


def without_ids(text: str) -> str:
    """*text* without the attribute list that gives a heading its id."""
    return re.sub(r"\{ #[\w-]+ \}", "", text)
