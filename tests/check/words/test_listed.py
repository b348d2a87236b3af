"""The page that lists the terms has an entry for each, under its own name, and none beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import BOOK
from proof.book import LANGUAGES, LISTED
from proof.book.book import Book
from proof.check.words.listed import unlisted

TERMS = '[[term]]\nzh = "损失"\nen = ["loss", "losses"]\n[[term]]\nzh = "隐藏层"\nen = ["hidden layer"]\n'
HEAD = "---\ntitle: Terms\n---\n# Terms { #terms }\n\n"
LOSS, HIDDEN = "### Loss { #loss }\n\nA number.\n", "### Hidden layer { #hidden-layer }\n\nA layer.\n"


def told(root: Path, text: str, path: str = LISTED) -> list[tuple[int, str]]:
    (root / "docs/en").mkdir(parents=True, exist_ok=True)
    (root / "docs/glossary.toml").write_text(TERMS, encoding="utf-8")
    (root / "docs/en" / path).write_text(HEAD + text, encoding="utf-8")
    book = Book(root)
    return list(unlisted(book, book.pages["en", path]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_book_lists_each_of_its_terms(language: str) -> None:
    assert list(unlisted(BOOK, BOOK.pages[language, LISTED])) == []


def test_what_is_not_as_the_glossary_has_it_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, f"{LOSS}\n{HIDDEN}") == []
    assert told(tmp_path, LOSS, "other.md") == []
    ((line, wrong),) = told(tmp_path, LOSS)
    assert (line, "write `### hidden layer { #hidden-layer }`" in wrong) == (8, True)
    ((line, wrong),) = told(tmp_path, f"{LOSS}\n{HIDDEN}\n### Gain {{ #gain }}\n")
    assert (line, wrong.startswith("#gain is the entry of no term")) == (14, True)
    ((line, wrong),) = told(tmp_path, f"{LOSS}\n{HIDDEN.replace('Hidden', 'Inner')}")
    assert (line, wrong) == (10, "this is the entry of hidden layer; head it so")
