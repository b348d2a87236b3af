"""Holds the links of a page against what they lead to.

A proof is asked for, a number in the words of a link is there, too, and the next page is the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from proof.book import Book, Page, asks, sections_of
from proof.check.words.nearby import shown_in, text_in
from proof.check.words.prose import without_names

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
#: A link that proves nothing, so that a number in its words is not there.
PLAIN_LINK = re.compile(r"\[[^\]\n]*\]\([^)\s]+\)")
NEXT = re.compile(r"(?m)^(?:下一页：|Next page: )\[[^\]]*\]\((?P<path>[^)#\s]+)\)")


def astray(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """The line of each link of *page* that is not what it seems, and what is wrong with it."""
    for line, href, words in links(page):
        path, _, anchor = href.partition("#")
        to = book.pages.get((page.language, book.place_of(page, path)))
        if to and to.problem:
            continue  # what cannot be read is told where it is
        if to and anchor in to.anchored:
            yield (
                line,
                f"the link to {path}#{anchor} leads to a block and asks nothing of it; give it the "
                f'expression that proves its text: [text]({path}#{anchor} "expression")',
            )
        elif to and anchor and f"{{ #{anchor} }}" not in to.text and f' id="{anchor}"' not in to.text:
            yield line, f"the link to {href} leads to no heading there; give it the id of one"
        elif to and DIGITS.search(words):
            sections = sections_of(to)
            headed = [section.words for section in sections]
            place = next((section for section in sections if anchor and section.anchor == anchor), None)
            there = f"{text_in(to, place)}\n{shown_in(book, to, place)}" if place else "\n".join(headed)
            there = PLAIN_LINK.sub("", there)
            if meant := next((one for one in headed if words != one and alike(words, one)), ""):
                yield line, f"the link to {href} says “{words}” of what is called “{meant}” there"
            for number in DIGITS.findall(without_names(words, book.allowed)):
                if not re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", there):
                    yield line, f"“{number}” stands in the words of a link to {href}, and nowhere there"
    yield from out_of_order(book, page)


@lru_cache(maxsize=1024)
def links(page: Page) -> tuple[tuple[int, str, str], ...]:
    """The line, the target and the words of each link of *page* that proves nothing."""
    found = []
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        line, href, words = token.map[0] + 1, "", ""
        for child in token.children or []:
            line += child.type in ("softbreak", "hardbreak")
            if child.type == "link_open":
                href, words = str(child.attrGet("href")), ""
                href = "" if child.attrGet("title") and asks(href) else href
            elif child.type == "link_close" and href:
                found.append((line, href, words))
            else:
                words += child.content
    return tuple(found)


def alike(one: str, other: str) -> bool:
    """Whether two texts are one but for their digits."""
    return DIGITS.sub("#", one) == DIGITS.sub("#", other)


def out_of_order(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """What is called the next page, and is not the next in the menu."""
    for match in NEXT.finditer(page.text):
        menu, line = book.menu, page.text.count("\n", 0, match.start()) + 1
        place = menu.index(page.path) + 1 if page.path in menu else len(menu)
        following = menu[place] if place < len(menu) else "none"
        if menu and match["path"] != following:
            yield line, f"the next page in the menu is {following}, not {match['path']}"
