"""What is taken on trust is written down; more of it, or less that is held, is named until it is accepted."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import BOOK, ROOT
from proof.book import Book
from proof.check import trusted


def test_what_this_book_takes_on_trust_has_been_accepted() -> None:
    assert trusted.accepted(ROOT)
    assert list(trusted.losses(BOOK)) == []


def test_what_is_new_is_named_until_it_is_accepted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "snippets").mkdir()
    trusted.trust(Book(tmp_path))
    with (tmp_path / "docs/names.txt").open("a", encoding="utf-8") as file:
        file.write("Keras 4\n")
    told = list(trusted.losses(Book(tmp_path)))
    assert len(told) == 1
    assert "newly taken on trust: name Keras 4; if it is meant, `python -m proof trust` accepts it" in told[0]
    assert trusted.trust(Book(tmp_path)) == ["+name Keras 4"]
    assert list(trusted.losses(Book(tmp_path))) == []


def test_a_day_on_which_an_address_was_reached_is_named_until_it_is_accepted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    trusted.trust(Book(tmp_path))
    file = tmp_path / "docs/reached.txt"
    first = next(one.url for one in Book(tmp_path).reached)
    file.write_text(file.read_text(encoding="utf-8").replace(first, f"{first} = 2026-01-02", 1), "utf-8")
    told = list(trusted.losses(Book(tmp_path)))
    assert len(told) == 1
    assert f"newly taken on trust: reached {first} on 2026-01-02; if it is meant" in told[0]


def test_what_is_trusted_no_longer_is_no_loss(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    with (tmp_path / "docs/trusted.txt").open("a", encoding="utf-8") as file:
        file.write("name Keras 5\nrefused nonsense\n")
    told = [line for line in trusted.losses(Book(tmp_path)) if "Keras 5" in line or "nonsense" in line]
    assert len(told) == 1
    assert "no longer held: refused nonsense" in told[0]


def test_a_book_that_has_accepted_nothing_is_told_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/names.txt").write_text("Keras 4\n", encoding="utf-8")
    assert list(trusted.losses(Book(tmp_path))) == []
