"""Holds the links of a page against what they lead to: a proof is asked for, the next page is the next."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from proof.book import Book, Page

NEXT = re.compile(r"(?m)^(?:下一页：|Next page: )\[[^\]]*\]\((?P<path>[^)#\s]+)\)")


def astray(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """The line of each link of *page* that is not what it seems, and what is wrong with it."""
    yield from without_question(book, page)
    yield from out_of_order(book, page)


def without_question(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """Links to a block that ask nothing of it: a claim whose expression was forgotten."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        line = token.map[0] + 1
        for child in token.children or []:
            line += child.type in ("softbreak", "hardbreak")
            if child.type == "link_open" and not child.attrGet("title"):
                path, _, anchor = str(child.attrGet("href")).partition("#")
                place = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path or page.path))
                to = book.pages.get((page.language, place if path else page.path))
                if to and anchor in to.anchored:
                    yield (
                        line,
                        f"the link to {path}#{anchor} leads to a block and asks nothing of it; give it the "
                        f'expression that proves its text: [text]({path}#{anchor} "expression")',
                    )


def out_of_order(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """What is called the next page, and is not the next in the menu."""
    for match in NEXT.finditer(page.text):
        menu, line = book.menu, page.text.count("\n", 0, match.start()) + 1
        place = menu.index(page.path) + 1 if page.path in menu else len(menu)
        following = menu[place] if place < len(menu) else "none"
        if menu and match["path"] != following:
            yield line, f"the next page in the menu is {following}, not {match['path']}"
