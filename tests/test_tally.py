"""The READMEs quote what there is to check, and nobody typed it."""

from __future__ import annotations

import pytest

from conftest import BOOK, FIGURES, ROOT
from proof import tally
from proof.book import Book
from proof.lanes import HOMES


def test_the_readmes_say_how_much_there_is() -> None:
    missing = [lane.name for lane in HOMES if not lane.ready]
    if missing:
        pytest.skip(f"lane {', '.join(missing)} is not installed, so its records are not counted")
    counts = tally.tally(Book(ROOT))
    FIGURES.append(
        f"{counts['records']} records, {counts['digits']:,} runs of digits on pages and in records"
    )
    assert tally.stale(BOOK.root, counts) == [], "run `make tally`"
