"""Holds numbers in words: from thirteen on a number is written in digits, from four on it is a claim.

What states no number is an idiom. A heading, a title and a description say what stands below them, so their
numbers stand there, too. What is said of a picture is held against the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.book import FRONT_MATTER, IDIOMS, Book, Page, PageError, texts
from proof.check.words.numbers import Number, numbers
from proof.check.words.vocabulary import WORDS
from proof.common.text import lines

#: The least number that is demanded; smaller ones are mostly grammar. And the least that is no word.
LEAST, DIGITS_FROM = 4, 13
HEADING = re.compile(r"^(?P<level>#+) ")


def unproven(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """The line and the words of each number of *page* that nothing proves."""
    head = FRONT_MATTER.match(page.text)
    last = head[0].count("\n") if head else 0
    described = {image for token in page.tokens for image in images(token.children or ())}
    for line, text in texts(page):
        for number in () if text in described else stated(book, page.language, text):
            if line <= last or is_heading(page, line):
                below = shown_below(book, page, 0 if line <= last else line)
                if number.value in below:
                    continue
                yield line, f"“{number.words}” stands in a heading, and {number.value:,} nowhere below it"
            elif number.value >= DIGITS_FROM:
                yield line, f"“{number.words}” is written in digits, as a claim: {number.value:,}"
            else:
                yield (
                    line,
                    f"“{number.words}” stands outside a claim, and in no phrase of {IDIOMS}; "
                    f'write [{number.words}](#id "len(layers)")',
                )


def stated(book: Book, language: str, text: str) -> Iterator[Number]:
    """The numbers in words, from the least that is demanded, that *text* states outside idioms."""
    said = numbers(without_idioms(book, language, text), language)
    yield from (number for number in said if number.value >= LEAST)


def without_idioms(book: Book, language: str, text: str) -> str:
    """*text* without the phrases of its *language* that state no number."""
    for idiom in book.idioms:
        if idiom.language == language:
            text = text.replace(idiom.text, " ")
    return text


def images(children: object) -> Iterator[str]:
    """What is said of the pictures among the parts of a paragraph."""
    assert isinstance(children, list | tuple)
    yield from (child.content for child in children if child.type == "image")


def is_heading(page: Page, line: int) -> bool:
    """Whether *line* of *page* is a heading."""
    return HEADING.match(lines(page.text)[line - 1]) is not None


def shown_below(book: Book, page: Page, line: int) -> set[int]:
    """The whole numbers in claims and blocks of *page* below the heading on *line*, or on all of it."""
    rows = lines(page.text)
    level = len(HEADING.match(rows[line - 1])["level"]) if line else 0  # type: ignore[index]
    last = len(rows)
    for number, text in enumerate(rows[line:] if line else [], start=line + 1):
        heading = HEADING.match(text)
        if heading and len(heading["level"]) <= level and not in_block(page, number):
            last = number - 1
            break
    said = [claim.text for claim in page.contents.claims if line <= claim.line <= last]
    for fence in page.contents.fences:
        if line <= fence.line <= last and fence.include:
            try:
                said.append(book.fence_shown(page, fence))
            except PageError:
                continue
    words = {WORDS[text.casefold()] for text in said if text.casefold() in WORDS}
    digits = re.findall(r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+", "\n".join(said))
    return words | {int(found.replace(",", "")) for found in digits}


def in_block(page: Page, line: int) -> bool:
    """Whether *line* stands in a block of code."""
    start = page.offsets[line - 1]
    return any(fence.start <= start < fence.end for fence in page.contents.fences)


def unused(book: Book) -> Iterator[str]:
    """The idioms that no page uses, as `file:line: message`."""
    said = {
        language: "\n".join(
            text
            for page in book.pages.values()
            if page.language == language and not page.problem
            for _, text in texts(page)
        )
        for language in ("zh", "en")
    }
    for idiom in sorted(book.idioms, key=lambda idiom: idiom.line):
        if idiom.text not in said[idiom.language]:
            yield f"{IDIOMS}:{idiom.line}: no page says “{idiom.text}”; remove it"
