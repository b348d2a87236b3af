"""The built site: both languages, the tables, the proofs, and nothing from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import BOOK, ROOT
from proof.book.page.items import Fence
from proof.book.page.notebook import Notebook
from proof.book.page.page import LANGUAGES, Page
from proof.record import records
from proof.run import sections
from proof.run.lanes import NOW

PAGES = list(BOOK.pages.values())
NAMES = [f"{page.language}/{page.path}" for page in PAGES]


def html_of(site: Path, page: Page) -> str:
    half = site if page.language == "zh" else site / "en"
    return (half / page.folder / "index.html").read_text(encoding="utf-8")


class Blocks(HTMLParser):
    """Collects the text of each `<code>` within a `<pre>`."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class passes it
        if tag == "pre":
            self.inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def shown_by(page: Page, fence: Fence) -> Iterator[str]:
    """What a page shows for a block: its text, and for a cell of a notebook what it showed."""
    yield BOOK.fence_shown(page, fence) if fence.include else fence.body
    if isinstance(page, Notebook) and fence.include and fence.include[0] == page.name:
        record = records.read(BOOK.root, page.snippet.record(NOW))
        for name in (fence.anchor, *(f"{fence.anchor}-{part}" for part in ("stderr", "out", "error"))):
            if name in sections.names(record):
                yield sections.body(record, str(name))


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_each_block_shows_its_snippet_or_its_record(site: Path, page: Page) -> None:
    blocks = Blocks()
    blocks.feed(html_of(site, page))
    expected = [text for fence in page.fences for text in shown_by(page, fence)]
    assert [block.strip("\n") for block in blocks.found] == [text.strip("\n") for text in expected]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_each_claim_shows_its_proof_and_leads_to_it(site: Path, page: Page) -> None:
    html = html_of(site, page)
    links = re.findall(
        r'<a class="claim(?: absent| whole)?"(?: data-run="\d+")? href="([^"]+)" title="([^"]+)">', html
    )
    assert len(links) == len(page.claims)
    for (href, title), claim in zip(links, page.claims, strict=True):
        assert href.endswith(f"#{claim.anchor}")
        assert claim.expression in unescape(title)
        if not claim.page:
            assert f'id="{claim.anchor}"' in html


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_each_page_says_what_was_verified_and_leads_to_its_other_language(site: Path, page: Page) -> None:
    html = html_of(site, page)
    assert re.search(r'<p class="verified"[^>]*>.*\d{4}-\d\d-\d\d · Keras \d', html)
    other = re.search(r'<a class="md-header__button other-language" href="([^"]+)"', html)
    assert other
    here = site / ("" if page.language == "zh" else "en") / page.folder
    there = (here / other[1] / "index.html").resolve()
    assert there.is_file(), f"{other[1]} from {here}"
    language = "en" if page.language == "zh" else "zh"
    assert f'<html lang="{language}"' in there.read_text(encoding="utf-8")


def test_the_tables_stand_in_both_languages(site: Path) -> None:
    for language in ("", "en"):
        html = (site / language / "sequential/index.html").read_text(encoding="utf-8")
        assert "┃ Layer (type)" in html
        assert "25,120" in html


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    sources = re.compile(r'<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)="(https?:)?//([^"/]+)')
    for file in site.rglob("*.html"):
        for found in sources.finditer(file.read_text(encoding="utf-8")):
            named = any(kind in found[0] for kind in ("canonical", "alternate", "describedby"))
            assert named, f"{file}: {found[0]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_words_within_phrases(site: Path, language: str) -> None:
    folder = site if language == "zh" else site / "en"
    index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [entry["title"] + entry["text"] for entry in index["docs"]]
    assert any("25,120" in text for text in texts)
    if language == "zh":
        assert any("\u200b" in text for text in texts), "jieba did not cut the Chinese text"


def test_make_builds_as_strictly_as_the_tests_do() -> None:
    """A bare MkDocs, told to be quiet, counts no warnings, and so a strict build of it fails on none."""
    commands = re.findall(
        r"-m (mkdocs .*|proof\.site\.build.*)", (ROOT / "Makefile").read_text(encoding="utf-8")
    )
    assert commands == ["proof.site.build"]
