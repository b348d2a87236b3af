"""What a site has for machines: each page as Markdown, and a list of all of them in each language."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from conftest import BOOK
from proof.book import LANGUAGES
from tests.browser.conftest import Site

FOLDER = {"zh": "", "en": "en/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_names_its_markdown_and_the_list_of_all(site: Site, language: str) -> None:
    for path in BOOK.menu:
        page = BOOK.pages[language, path]
        html = site.html(FOLDER[language] + page.folder)
        (address,) = re.findall(r'<link rel=" alternate" type="text/markdown" href="([^"]+)">', html)
        (contents,) = re.findall(r'<link rel="describedby" type="text/markdown" href="([^"]+)">', html)
        text = site.html(address.removeprefix(site.address))
        assert text.startswith("# ")
        assert site.address + FOLDER[language] + page.folder in text.partition("\n## ")[0]
        assert contents == f"{site.address}{FOLDER[language]}llms.txt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_each_page_once_in_the_parts_of_the_menu(site: Site, language: str) -> None:
    text = site.html(f"{FOLDER[language]}llms.txt")
    assert text.startswith("# Keras")
    listed = re.findall(r"(?m)^- \[(.+?)\]\((\S+?)\)(?:: (.+))?$", text)
    ours = [f"{site.address}{FOLDER[language]}{path.rpartition('.')[0]}.md" for path in BOOK.menu]
    assert [address for _, address, _ in listed] == ours
    for (title, _, about), path in zip(listed, BOOK.menu, strict=True):
        front = BOOK.pages[language, path].front
        assert (title, about) == (front["title"], front.get("description", ""))
    html = site.html(FOLDER[language])
    parts = re.findall(r'<h3 id="map-[\w-]+">(.*?)<a', html)
    assert re.findall(r"(?m)^## (.+)$", text) == parts
    other = FOLDER["en" if language == "zh" else "zh"]
    assert f"{site.address}{other}llms.txt" in text


def test_no_markdown_is_taken_for_a_page(site: Site) -> None:
    for folder in FOLDER.values():
        assert ".md" not in site.html(f"{folder}sitemap.xml")
        assert '.md"' not in site.html(f"{folder}search/search_index.json")


ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_is_told_with_the_days_of_git(site: Site, language: str) -> None:
    if not (site.folder / FOLDER[language] / "feed.xml").exists():
        pytest.skip("not verified: the history of the repository is not here")
    feed = ElementTree.fromstring(site.html(f"{FOLDER[language]}feed.xml"))
    days = [str(one.text) for one in feed.iter(f"{ATOM}updated")]
    assert days[0] == days[1] == max(days)
    assert days[1:] == sorted(days[1:], reverse=True)
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    known = {f"{site.address}{FOLDER[language]}{BOOK.pages[language, path].folder}" for path in BOOK.menu}
    assert {one.get("href") for one in feed.iterfind(f"{ATOM}entry/{ATOM}link")} <= known
    assert f'href="{site.address}{FOLDER[language]}feed.xml"' in site.html(f"{FOLDER[language]}counting/")
