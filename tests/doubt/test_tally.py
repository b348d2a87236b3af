"""What is told of the book at the end of its tests adds up."""

from __future__ import annotations

from conftest import BOOK
from proof.doubt import tally


def test_every_item_is_verified_in_one_way_or_says_why_not() -> None:
    by = tally.ways(BOOK)
    items = [item for page in BOOK.pages.values() for item in page.contents.all if not page.shares(item)]
    assert sum(by.values()) == len(items)
    unchecked = sum(
        bool(fence.reason) and not fence.include for page in BOOK.pages.values() for fence in page.fences
    )
    assert by["without"] == unchecked
    assert by["short examples"] == 2 * sum(snippet.example for snippet in BOOK.snippets)
    assert min(by["run in lanes"], by["compared with records"], by["proven by a value"]) > 100


def test_the_line_tells_all_of_it() -> None:
    line, by = tally.verified(BOOK, 7), tally.ways(BOOK)
    assert line.startswith(f"collected by Sybil: {sum(by.values()) + 7:,} items")
    for way, count in by.items():
        assert f"{count + 7 * (way == 'short examples'):,} " in line
