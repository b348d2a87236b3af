"""A number in code type is shown by its own section, or by what a link of the section names."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book import sections_of
from proof.book.book import Book
from proof.check.around.ways import astray
from proof.check.words.nearby import shown_near
from proof.check.words.prose import unproven

PAGE = """---
title: Near
---
# Near { #near }

It has `Dense(3)`.

## One { #one }

``` { .python #three }
Dense(3)
# A comment is no heading.
```

### Below { #below }

It has SAID.

## Two { #two }

``` { .python #four }
Dense(4)
```

A name: `float32`.

## Tasks { #tasks }

Take `Dense(3)` and `Dense(4)`.
"""


def page_of(root: Path, said: str) -> Book:
    (root / "docs/en").mkdir(parents=True, exist_ok=True)
    (root / "docs/en/near.md").write_text(PAGE.replace("SAID", said), encoding="utf-8")
    return Book(root)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("`Dense(3)`", []),
        ("`Dense(4)`", [(17, "`Dense(4)` occurs in nothing that this section shows")]),
        ("`Dense(5)`", [(17, "`Dense(5)` occurs in nothing that the page shows")]),
        ("`Dense(4)`, as [below](#two)", []),
        ('`Dense(4)`, as [that](#four "x")', []),
        ("`Dense(4)`, as [above](#one)", [(17, "`Dense(4)` occurs in nothing that this section shows")]),
    ],
)
def test_a_number_in_code_is_shown_near_it(tmp_path: Path, said: str, wrong: list[tuple[int, str]]) -> None:
    book = page_of(tmp_path, said)
    page = book.pages["en", "near.md"]
    told = unproven(page, ["float32"], book.shown(page), shown_near(book, page))
    assert [(line, one.partition(";")[0]) for line, one in told] == wrong


def test_a_number_of_a_link_stands_in_the_section_that_it_leads_to(tmp_path: Path) -> None:
    book = page_of(tmp_path, "[three, or 3](#one), and [4 there](#two), not [4 here](#one)")
    ((line, wrong),) = astray(book, book.pages["en", "near.md"])
    assert (line, wrong) == (17, "“4” stands in the words of a link to #one, and nowhere there")


def test_a_section_ends_where_one_as_high_begins(tmp_path: Path) -> None:
    found = sections_of(page_of(tmp_path, "").pages["en", "near.md"])
    assert [(one.level, one.words, one.anchor, one.first, one.last) for one in found] == [
        (0, "", "", 1, 29),
        (1, "Near", "near", 4, 29),
        (2, "One", "one", 8, 18),
        (3, "Below", "below", 15, 18),
        (2, "Two", "two", 19, 26),
        (2, "Tasks", "tasks", 27, 29),
    ]
