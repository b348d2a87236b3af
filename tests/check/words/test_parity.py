"""Each language says what a block says in an order of its own, and says all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book.book import Book
from proof.check.words.parity import differences

HEAD = "---\ntitle: Words\n---\n# Words { #words }\n\n"
ZH = '从 [1](#a "first") 到 [2](#a "second")，它[变大](#a "second > first")了。\n'


def found(root: Path, zh: str, en: str) -> list[str]:
    for language, text in (("zh", zh), ("en", en)):
        (root / "docs" / language).mkdir(parents=True, exist_ok=True)
        (root / "docs" / language / "words.md").write_text(HEAD + text, encoding="utf-8")
    book = Book(root)
    return list(differences(book.pages["zh", "words.md"], book.pages["en", "words.md"]))


@pytest.mark.parametrize(
    ("en", "same"),
    [
        ('It [grows](#a "second > first"), to [2](#a "second") from [1](#a "first").', True),
        ('It goes to [2](#a "second") from [1](#a "first").', False),
        ('It [grows](#a "second > first"), to [1](#a "second") from [2](#a "first").', False),
        ('It [shrinks](#a "second > first"), to [2](#a "second") from [1](#a "first").', False),
        ('It [grows](#b "second > first"), to [2](#a "second") from [1](#a "first").', False),
    ],
)
def test_the_claims_of_a_block_are_the_same_in_any_order(tmp_path: Path, en: str, same: bool) -> None:
    wrong = found(tmp_path, ZH, en + "\n")
    assert [line for line in wrong if "the claims here and at docs/en/words.md:6 differ" in line] == wrong
    assert (wrong == []) == same
