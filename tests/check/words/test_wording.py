"""The typography of Chinese is held outside what claims ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book.book import Book
from proof.check.words.wording import typography


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ('损失从[低](#a "loss(w, b) < loss(0.0, 0.0)")到高。', []),
        ("损失从[低](#a 'f(\"x\")[(1, 2)]')到高。", []),
        ("损失从 loss到高。", ["docs/zh/page.md:5: write “损失从 loss 到高。” for “损失从 loss到高。”"]),
        (
            '[高](#a "f((1, 2))")，高,然后。',
            ["docs/zh/page.md:5: write “，高，然后。” for “，高,然后。”"],
        ),
    ],
)
def test_what_a_claim_asks_is_no_prose(tmp_path: Path, said: str, wrong: list[str]) -> None:
    (tmp_path / "docs/zh").mkdir(parents=True)
    (tmp_path / "docs/zh/page.md").write_text(f"---\ntitle: 页\n---\n\n{said}\n", encoding="utf-8")
    assert list(typography(Book(tmp_path).pages["zh", "page.md"])) == wrong
