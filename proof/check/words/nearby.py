"""What stands near a sentence: what the blocks of its section show, and the blocks that its links name."""

from __future__ import annotations

import re
from collections.abc import Callable

from proof.book import Book, Notebook, Page, PageError, Section, sections_of
from proof.check.words.vocabulary import WORDS

#: What a link of a page names on the same page: a block, a cell or a heading.
NAMED = re.compile(r"\]\(#([\w-]+)")
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+")


def shown_near(book: Book, page: Page) -> Callable[[int], str]:
    """Tells for a line of *page* what is shown near it.

    A section that shows nothing, as an overview or a list of tasks, speaks of the whole page, and so does
    what stands before the first section. A notebook is one piece.
    """
    sections = [section for section in sections_of(page) if section.level == 2]
    if isinstance(page, Notebook):
        sections = []
    near: dict[Section, str] = {}

    def told(line: int) -> str:
        here = next((section for section in sections if section.first <= line <= section.last), None)
        if here is None:
            return book.shown(page)
        if here not in near:
            own = shown_in(book, page, here)
            near[here] = f"{own}\n{shown_by_links(book, page, here)}" if own else book.shown(page)
        return near[here]

    return told


def shown_in(book: Book, page: Page, here: Section) -> str:
    """What the blocks of a section of *page* show."""
    return book.shown_of(
        page, [fence for fence in page.contents.fences if here.first <= fence.line <= here.last]
    )


def shown_by_links(book: Book, page: Page, here: Section) -> str:
    """What the blocks and sections of *page* show that the links of a section name."""
    named = set(NAMED.findall(text_in(page, here)))
    blocks = book.shown_of(page, [fence for fence in page.contents.fences if fence.anchor in named])
    there = [section for section in sections_of(page) if section.anchor in named]
    return "\n".join([blocks, *(shown_in(book, page, section) for section in there)])


def text_in(page: Page, here: Section) -> str:
    """The text of a section of *page*."""
    return "\n".join(page.text.split("\n")[here.first - 1 : here.last])


def numbers_in(book: Book, page: Page, here: Section) -> set[int]:
    """The whole numbers in claims and included blocks of a section of *page*."""
    said = [claim.text for claim in page.contents.claims if here.first <= claim.line <= here.last]
    for fence in page.contents.fences:
        if here.first <= fence.line <= here.last and fence.include:
            try:
                said.append(book.fence_shown(page, fence))
            except PageError:
                continue
    words = {WORDS[text.casefold()] for text in said if text.casefold() in WORDS}
    return words | {int(found.replace(",", "")) for found in NUMBER.findall("\n".join(said))}
