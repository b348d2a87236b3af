"""Looks at other sites for the numbers that links to them state: `python -m proof.site.lists.elsewhere ROOT`.

A number in the words of such a link rests on the page that the link leads to, and nothing in this project can
tell what stands there. This asks, in the weekly job that follows the links.
"""

from __future__ import annotations

import html
import http.client
import re
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from proof.book import Book, ensure_book
from proof.check import ways
from proof.common.progress import Progress
from proof.site.lists import command

#: How long another site may take to answer, in seconds.
PATIENCE = 30
#: How it fails to.
UNREACHED = (OSError, ValueError, http.client.HTTPException)
#: The day on which somebody looked at a page, of which it says nothing.
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def stated(book: Book) -> dict[str, dict[str, str]]:
    """The numbers that the words of links to other sites state: by address, each with its `file:line`."""
    found: dict[str, dict[str, str]] = {}
    for page in book.pages.values():
        for line, href, words in ways.links(page):
            if href.startswith(("http://", "https://")):
                for number in ways.DIGITS.findall(DAY.sub("", words)):
                    found.setdefault(href, {}).setdefault(number, f"{page.name}:{line}")
    return found


def asked(address: str, most: int | None = None) -> bytes:
    """What lies at *address*, or the first bytes of it.

    Raises:
        OSError, ValueError, HTTPException: if it cannot be had.
    """
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - those who ask have http alone
        found: bytes = answer.read(most)
        return found


def says(source: str, number: str) -> bool:
    """Whether *number* stands in the *source* of a page; a comma between thousands counts for nothing."""
    source, number = (re.sub(r"(?<=\d),(?=\d{3})", "", text) for text in (html.unescape(source), number))
    return re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|[.,]\d)", source) is not None


def unseen(address: str, numbers: Mapping[str, str]) -> Iterator[str]:
    """Each of the *numbers* that the page at *address* does not hold, as `file:line: message`."""
    try:
        source = asked(address).decode("utf-8", "replace")
    except UNREACHED as error:
        yield f"{min(numbers.values())}: nobody can tell whether {address} says what the link says: {error}"
        return
    for number, place in numbers.items():
        if not says(source, number):
            yield f"{place}: “{number}” stands in the words of a link to {address}, and nowhere there"


def main(root: Path) -> int:
    """Print what the pages of the book at *root* state of other sites, and does not stand there."""
    ensure_book(root)
    found, problems = stated(Book(root)), list[str]()
    with Progress("looking at other sites") as progress:
        for done, (address, numbers) in enumerate(found.items()):
            progress.count(done, len(found), address)
            problems += unseen(address, numbers)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{len(found)} addresses: {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    command(main, "nothing was asked", "ROOT")
