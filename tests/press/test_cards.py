"""The card of a page: kept while nothing of it changes, and its font has every character."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import BOOK, ROOT
from proof.book.page import PageError
from proof.book.page.page import LANGUAGES, Page
from proof.press import cards


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Give a folder with what a card is made of, and one page."""
    for name in (cards.FONT, cards.SEAL):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "docs/zh").mkdir()
    return tmp_path


def page(book: Path, title: str) -> Page:
    text = f"---\ndescription: 一页\ntitle: {title}\n---\n# 一页\n"
    (book / "docs/zh/one.md").write_text(text, encoding="utf-8")
    return Page(book, "zh", "one.md")


def test_the_font_has_what_titles_use() -> None:
    titles = {page.front["title"] for page in BOOK.pages.values()}
    assert set("".join(titles)) <= cards.characters((ROOT / cards.FONT).read_bytes())


@pytest.mark.parametrize("shown", BOOK.pages.values(), ids=["/".join(name) for name in BOOK.pages])
def test_no_title_is_too_long_for_its_card(shown: Page) -> None:
    size, lines = cards.laid_out(shown.front["title"], (ROOT / cards.FONT).read_bytes())
    assert size >= 52
    assert "".join(lines).replace(" ", "") == shown.front["title"].replace(" ", "")


def test_a_card_is_kept_until_something_of_it_changes(book: Path) -> None:
    first = cards.card(page(book, "训练"))
    made = first.stat().st_mtime_ns
    assert cards.card(page(book, "训练")) == first
    assert first.stat().st_mtime_ns == made
    other = cards.card(page(book, "编译"))
    assert other != first
    seal = book / cards.SEAL
    seal.write_text(seal.read_text(encoding="utf-8").replace('rx="5"', 'rx="9"'), encoding="utf-8")
    assert cards.card(page(book, "编译")).read_bytes() != other.read_bytes()


def test_a_character_that_the_font_lacks_is_named_with_its_place(book: Path) -> None:
    with pytest.raises(PageError, match=r"docs/zh/one.md:3: the font .* lacks “龘”; `make card-font`"):
        cards.card(page(book, "龘"))


def test_a_title_in_quotes_is_read_without_them(book: Path) -> None:
    assert page(book, '"训练：编译"').front["title"] == "训练：编译"


def test_a_page_without_a_title_is_an_error(book: Path) -> None:
    file = book / "docs/zh/one.md"
    file.write_text("# 一页\n", encoding="utf-8")
    with pytest.raises(PageError, match=r"one\.md:1: a page begins with front matter: `---`, `title: …`"):
        cards.card(Page(book, "zh", "one.md"))


def test_both_languages_have_words_for_their_cards() -> None:
    assert set(cards.SITES) == set(LANGUAGES)
