"""Holds numbers in words: from thirteen on a number is written in digits, from four on it is a claim.

What states no number is an idiom. A heading, a title and a description say what stands below them, so their
numbers stand there, too. What is said of a picture is held against the picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.book import FRONT_MATTER, IDIOMS, Book, Page, sections_of, texts
from proof.check.words.nearby import numbers_in
from proof.check.words.numbers import Number, numbers

#: The least number that is demanded; smaller ones are mostly grammar. And the least that is no word.
LEAST, DIGITS_FROM = 4, 13


def unproven(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """The line and the words of each number of *page* that nothing proves."""
    head = FRONT_MATTER.match(page.text)
    last = head[0].count("\n") if head else 0
    headed = {section.first: section for section in sections_of(page)[1:]}
    described = {image for token in page.tokens for image in images(token.children or ())}
    for line, text in texts(page):
        for number in () if text in described else stated(book, page.language, text):
            if line <= last or line in headed:
                if number.value in numbers_in(book, page, headed.get(line, sections_of(page)[0])):
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
