"""The books to download hold what the pages show, and lead nowhere that is not in them."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import BOOK, ROOT
from proof.book import LANGUAGES
from proof.site.lists.epub import NAME, PANDOC, made

HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make both books."""
    if not (ROOT / PANDOC).exists() and shutil.which("pandoc") is None:
        pytest.skip("not verified: pandoc is not here; `make lane-epub` installs it")
    folder = tmp_path_factory.mktemp("books")
    assert made(ROOT, folder) == [folder / NAME.format(language) for language in LANGUAGES]
    return folder


def chapters(file: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """The names and the contents of the chapters of a book."""
    with zipfile.ZipFile(file) as book:
        for name in sorted(book.namelist()):
            if name.endswith(".xhtml"):
                yield name, ElementTree.fromstring(book.read(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_holds_each_page_its_claims_and_its_pictures(folder: Path, language: str) -> None:
    found = [(name, root) for name, root in chapters(folder / NAME.format(language)) if "/ch" in name]
    pages = [BOOK.pages[language, path] for path in BOOK.menu]
    assert len(found) == len(pages)
    for (_, chapter), page in zip(found, pages, strict=True):
        claims = [
            "".join(link.itertext())
            for link in chapter.iter(f"{HTML}a")
            if "claim" in (link.get("class") or "").split()
        ]
        assert len(claims) == len(page.claims), page.name
        assert len(list(chapter.iter(f"{HTML}img"))) == len(page.pictures) + len(page.figures), page.name
        assert len(list(chapter.iter(f"{HTML}pre"))) >= len(page.fences), page.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_of_a_book_leads_out_of_it_or_nowhere(folder: Path, language: str) -> None:
    file = folder / NAME.format(language)
    ids = {name: {one.get("id") for one in root.iter()} for name, root in chapters(file)}
    with zipfile.ZipFile(file) as book:
        names = set(book.namelist())
    for name, root in chapters(file):
        for target in (one.get(kind) for one in root.iter() for kind in ("href", "src")):
            if target and "://" not in target and not target.startswith("mailto:"):
                path, _, anchor = target.partition("#")
                there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                assert there in names, f"{target} in {name}"
                assert not anchor or anchor in ids[there], f"{target} in {name}"
