"""Each page has an address of its own, and all that MkDocs takes for a page is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book.book import Book
from proof.check.addresses import misnamed, misplaced, missing

PAGE = "---\ntitle: Keras\n---\n# Hello\n"


def book(root: Path, *paths: str, menu: str = "") -> Book:
    for path in paths:
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(menu, encoding="utf-8")
    return Book(root)


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["zh/en.md"], "docs/zh/en.md:1: it would stand in en/, where the English half is"),
        (["zh/en/index.md"], "docs/zh/en/index.md:1: it would stand in en/"),
        (["zh/en/add.md"], "docs/zh/en/add.md:1: it would stand in en/"),
        (["zh/add.md", "zh/add/index.md"], "docs/zh/add.md:1: it would stand where docs/zh/add/index.md does"),
        (["en/index.md", "en/README.md"], "docs/en/index.md:1: it would stand where docs/en/README.md does"),
        (["en/Add.md", "en/add.md"], "docs/en/add.md:1: it would stand where docs/en/Add.md does"),
        (["zh/search.md"], "docs/zh/search.md:1: the site has other things in search/"),
        (["en/assets/x.md"], "docs/en/assets/x.md:1: the site has other things in assets/"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_where_it_would_be_is_named(
    tmp_path: Path, paths: list[str], message: str
) -> None:
    assert message in "\n".join(misplaced(book(tmp_path, *paths)))


def test_a_page_that_is_where_it_may_be_is_well(tmp_path: Path) -> None:
    assert list(misplaced(book(tmp_path, "zh/index.md", "en/en.md", "en/index.md", "zh/a/b.md"))) == []


def test_what_is_hidden_is_no_page(tmp_path: Path) -> None:
    found = book(tmp_path, "zh/._index.md", "zh/.ipynb_checkpoints/index-checkpoint.md", "zh/index.md")
    (tmp_path / "docs/zh/.#index.md").symlink_to("me@host.123:456")
    assert [page.path for page in found.pages.values()] == ["index.md"]


@pytest.mark.parametrize(
    ("menu", "pages", "wrong"),
    [
        ("nav: [index.md, {A: a.md}]\n", ["index.md", "a.md"], ""),
        ("x: !ENV [A, 1]\nnav:\n  - Start:\n      - index.md\n      - Two: [a.md, b.ipynb]\n", ["index.md", "a.md", "b.ipynb"], ""),
        ("nav:\n  - index.md\n  - Keras has 777 layers: a.md\n", ["index.md", "a.md"], "mkdocs.yml:3: “777” stands in a setting that readers see"),
        ("nav:\n  - ½ done:\n      - index.md\n", ["index.md"], "mkdocs.yml:2: “½” stands"),
        ("nav: [unclosed\n", [], ""),
        ("a: 1\n", [], ""),
    ],
)  # fmt: skip
def test_the_menu_is_read_as_yaml(tmp_path: Path, menu: str, pages: list[str], wrong: str) -> None:
    found = book(tmp_path, menu=menu)
    assert found.menu == pages
    assert wrong in "\n".join(misnamed(found))
    assert bool(wrong) == bool(list(misnamed(found)))


@pytest.mark.parametrize("file", ["mkdocs.yml", "mkdocs.en.yml"])
@pytest.mark.parametrize(
    "settings",
    [
        "site_name: 777 pages of Keras\n",
        "a: 1\nsite_description: in 777 pages\n",
        "copyright: '777'\n",
        "extra:\n  parts: {入门: Start in 777 s}\n",
    ],
)
def test_a_number_in_a_setting_that_readers_see_is_named(tmp_path: Path, file: str, settings: str) -> None:
    found = book(tmp_path)
    (tmp_path / file).write_text(settings, encoding="utf-8")
    line = settings[: settings.index("777")].count("\n") + 1
    assert list(misnamed(found)) == [
        f"{file}:{line}: “777” stands in a setting that readers see, where nothing can prove it"
    ]


def test_a_page_of_the_menu_that_is_not_there_is_named(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - More:\n      - A: a.md\n      - https://example.com/\n"
    told = list(missing(book(tmp_path, "zh/index.md", "en/index.md", menu=nav)))
    assert told == ["mkdocs.yml:4: the menu names a.md, and there is no docs/zh/a.md"]
    assert list(missing(book(tmp_path, "en/a.md", menu=nav))) == []
