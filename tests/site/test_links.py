"""The built site leads nowhere in vain: each link within it has its target, with its anchor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import BOOK
from proof.book.page.page import LANGUAGES, Page
from proof.press.cards import SIZE
from tests.site.test_plugin import html_of

#: Where a build that nobody told otherwise believes to be.
HOME = "http://127.0.0.1:8000/"
NOTEBOOK_LINK = re.compile(r"\]\(([^()\s]+)")


@dataclass(eq=False)
class Links(HTMLParser):
    """Collects what a page leads to and loads, the ids in it, and what it says of itself."""

    to: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    meta: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.to += [given[name] for name in ("href", "src") if name in given]
        self.ids |= {given["id"]} if "id" in given else set()
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or ""] = given.get("content", "")
        if tag in ("h2", "h3"):
            self.headings.append(given.get("id", ""))


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Links]:
    """Give each page of the site, by its address."""
    found = {}
    for file in site.rglob("*.html"):
        links = Links()
        links.feed(file.read_text(encoding="utf-8"))
        found[HOME + file.relative_to(site).as_posix().removesuffix("index.html")] = links
    return found


def leads_nowhere(site: Path, read: dict[str, Links], links: Iterator[tuple[str, str]]) -> list[str]:
    """Those of *links*, pairs of an address and a link there, that have no target within the site."""
    lost = []
    for address, link in links:
        target, _, anchor = urljoin(address, link).partition("#")
        if not target.startswith(HOME):
            continue
        path = unquote(urlsplit(target).path).lstrip("/")
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        page = read.get(target)
        if not file.is_file() or (anchor and page and unquote(anchor) not in page.ids):
            lost.append(f"{address}: {link}")
    return lost


def test_each_link_of_each_page_has_its_target(site: Path, read: dict[str, Links]) -> None:
    assert f"{HOME}en/404.html" in read
    assert sum(len(page.to) for page in read.values()) > 2000
    assert leads_nowhere(site, read, ((at, link) for at, page in read.items() for link in page.to)) == []


def test_each_link_of_each_notebook_has_its_target(site: Path, read: dict[str, Links]) -> None:
    found = []
    for file in site.rglob("*.ipynb"):
        address = HOME + file.relative_to(site).as_posix()
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                found += [(address, link) for link in NOTEBOOK_LINK.findall("".join(cell["source"]))]
    assert found
    assert leads_nowhere(site, read, iter(found)) == []


def test_a_link_to_nowhere_is_found(site: Path, read: dict[str, Links]) -> None:
    planted = ["gone/", "../what/#nowhere", "../assets/gone.css"]
    assert len(leads_nowhere(site, read, ((f"{HOME}what/", link) for link in planted))) == len(planted)


@pytest.mark.parametrize("path", sorted({path for _, path in BOOK.pages}))
def test_the_headings_of_both_languages_have_the_same_ids(read: dict[str, Links], path: str) -> None:
    page = BOOK.pages["zh", path].folder
    zh, en = (read[HOME + folder + page].headings for folder in ("", "en/"))
    assert zh == en
    assert all(zh)


@pytest.mark.parametrize("page", BOOK.pages.values(), ids=["/".join(name) for name in BOOK.pages])
def test_a_page_says_what_it_is_where_a_link_to_it_is_shared(
    site: Path, read: dict[str, Links], page: Page
) -> None:
    folder = "en/" if page.language == "en" else ""
    address = HOME + folder + page.folder
    meta = read[address].meta
    assert f'<link rel="canonical" href="{address}">' in html_of(site, page)
    assert meta["og:url"] == address
    assert meta["og:title"]
    assert meta["og:description"] == meta["description"]
    assert meta["og:locale"] != meta["og:locale:alternate"]
    assert meta["twitter:card"] == "summary_large_image"
    card = site / meta["og:image"].removeprefix(HOME)
    header = card.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert (int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")) == SIZE
    assert (int(meta["og:image:width"]), int(meta["og:image:height"])) == SIZE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_a_published_site_can_offer_is_not_offered(site: Path, language: str) -> None:
    html = (site / ("en" if language == "en" else "") / "index.html").read_text(encoding="utf-8")
    assert "issues/new" not in html
    assert ".zip" not in html
