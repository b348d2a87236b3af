"""What the prose of a page says: its lines, its spans, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from proof.book.front import FRONT_MATTER
from proof.book.pages import Page
from proof.common.text import lines

WORD = re.compile(r"[^\W\d]\w*")
HEADING_ID = re.compile(r"\{ #[\w-]+ \}")


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
    yield from enumerate(lines(head[0]) if head else [], start=1)
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


def without_ids(text: str) -> str:
    """*text* without the attribute list that gives a heading its id."""
    return HEADING_ID.sub("", text)
