"""Signs of which this site makes nothing are named; what only looks like one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import BOOK
from proof.book import Page
from proof.check.raw import shown_raw


def told(root: Path, text: str) -> list[str]:
    (root / "docs/en").mkdir(parents=True, exist_ok=True)
    (root / "docs/en/index.md").write_text(text, encoding="utf-8")
    return [f"{line}: {wrong}" for line, wrong in shown_raw(Page(root, "en", "index.md"))]


def test_this_book_shows_none() -> None:
    assert [(page.name, *found) for page in BOOK.pages.values() for found in shown_raw(page)] == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("So it is.[^1]\n\n[^1]: The note has words.\n", 1, "a footnote"),
        ("So it is.[^why]\n\n[^why]: One.\n", 3, "a footnote"),
        ("# A\n\nWords.\n\n[^a]: note\n", 5, "a footnote"),
        ("Term\n: What it is\n", 2, "a list of definitions"),
        ("A\n\nTerm\n\n:   What it is\n", 5, "a list of definitions"),
        ("It is $x^2$ so.\n", 1, "a formula"),
        ("It is\n$$\nx\n$$\n", 2, "a formula"),
        ("It is \\(x + y\\) so.\n", 1, "a formula"),
        ("A\n\n\\[\nx^2\n\\]\n", 3, "a formula"),
        ("\\[ E = m c^2 \\]\n", 1, "a formula"),
        ("It is \\frac{a}{b}.\n", 1, "a formula"),
        ("It is ~~not~~ so.\n", 1, "text that is struck out"),
        ("It is ==so==.\n", 1, "text that is marked"),
        ("!!! note\n    Text.\n", 1, "a box"),
        ('??? tip "A"\n    Text.\n', 1, "a box"),
        ('=== "Linux"\n\n    Text.\n', 1, "a tab"),
        ("- [ ] do it\n- [x] done\n", 1, "a task to tick off"),
        ("*[API]: interface\n", 1, "an abbreviation"),
        ("Press ++ctrl+c++ now.\n", 1, "a key"),
        ("A :smile: here, :material-account: there.\n", 1, "an icon"),
        ("It is {{ config.site_name }}.\n", 1, "a template"),
        ("It is {++added++}.\n", 1, "an edit"),
        ('--8<-- "snippets/a/b.py"\n', 1, "an include"),
        ("See [[the page]].\n", 1, "a link"),
        ("| a |\n| - |\n| $x$ |\n", 3, "a formula"),
    ],
)
def test_a_sign_is_named(tmp_path: Path, text: str, line: int, what: str) -> None:
    first = told(tmp_path, text)[0]
    assert first.startswith(f"{line}: {what} is shown as it is written, for this site makes none of it; ")


@pytest.mark.parametrize(
    "text",
    [
        "`$x$` and `[^1]` and ``{{ a }}``, or `a == b`: so.\n",
        "```\n$x$ [^1]\n[^1]: note\n: a\n```\n",
        'See [a == b](#id "x[[0]] == {1: 2}") and [b](c.md "a tooltip: $5").\n',
        "It costs $5 and $6, or 5$.\n",
        "a == b and c == d; 10:30:45; std::vector; https://a.b:80/c:d\n",
        "It ends so \\(not a formula.\n",
        "A \\[bracket\\] and a \\_line\\_.\n",
        "/// note\nText.\n///\n",
        "词：说明；`a`: 说明\n",
        "`a`\n`b`: c\n",
        "![a](b.svg)\n: \n",
        "C++ and a ~ b ~ c\n",
    ],
)
def test_what_only_looks_like_one_is_left_alone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []
