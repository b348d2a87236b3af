"""A link that is a claim is found where it stands, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book.page.page import Page

HEAD = "---\ntitle: Keras\n---\n# Hello\n\n"


def page(root: Path, body: str) -> Page:
    file = root / "docs/zh/index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + body, encoding="utf-8")
    return Page(root, "zh", "index.md")


@pytest.mark.parametrize(
    ("link", "target", "anchor", "expression"),
    [
        ('[42](#n10 "6 * 7")', "", "n10", "6 * 7"),
        ('[42](序列.md#n10 "6 * 7")', "序列.md", "n10", "6 * 7"),
        ('[42](#层 "6 * 7")', "", "层", "6 * 7"),
        ('[42](a%20b.md#n10 "6 * 7")', "a b.md", "n10", "6 * 7"),
        ('[42](<a b.md#n10> "6 * 7")', "a b.md", "n10", "6 * 7"),
        ('[42](<#n10> "6 * 7")', "", "n10", "6 * 7"),
        ("[42](#n10 '6 * 7')", "", "n10", "6 * 7"),
        ("[42](#n10 (len[0]))", "", "n10", "len[0]"),
        (r'[42](#n10 "len(\"a\")")', "", "n10", 'len("a")'),
        (r"[42](#n10 'a[\'b\']')", "", "n10", "a['b']"),
        (r'[42](#n10 "len(\'\\\\n\')")', "", "n10", r"len('\\n')"),
        ('[42](#n10 "a &amp; b")', "", "n10", "a & b"),
        ('[42](#n10 "a &lt; b")', "", "n10", "a < b"),
        ('[**42**](#n10 "6 * 7")', "", "n10", "6 * 7"),
        ('[42\nand](#n10 "6 * 7")', "", "n10", "6 * 7"),
        ('`[1](#n10 "a")` [42](#n10 "6 * 7")', "", "n10", "6 * 7"),
    ],
)
def test_a_claim_is_located(tmp_path: Path, link: str, target: str, anchor: str, expression: str) -> None:
    found = page(tmp_path, f"It is {link}, and so on.\n")
    assert found.problem is None
    (claim,) = found.claims
    assert (claim.page, claim.anchor, claim.expression) == (target, anchor, expression)
    assert found.text[claim.start : claim.end] == link.rpartition("` ")[2]


@pytest.mark.parametrize(
    "link", ['[next](add.md "Next page")', '[k](https://keras.io/#x "Keras")', "![a](b.svg)"]
)
def test_the_title_of_another_link_is_words(tmp_path: Path, link: str) -> None:
    found = page(tmp_path, f"It is {link}.\n")
    assert found.problem is None
    assert found.claims == []


def test_an_image_with_a_title_is_an_image(tmp_path: Path) -> None:
    (figure,) = page(tmp_path, '![A cat](cat.png "t")\n').figures
    assert (figure.path, figure.text) == ("cat.png", "A cat")
