"""What stands around the pages says of the site what is so: languages, menus, settings, the missing page."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from conftest import BOOK, ROOT
from proof.book import LANGUAGES
from tests.site.test_links import HOME

OTHER = {"zh": "en", "en": "zh"}
LOCALES = {"zh": "zh_CN", "en": "en_US"}
#: What a reader needs to be told, in words of which one is enough.
MISSING = {"zh": ("没有这一页", "首页"), "en": ("no such page", "home page")}
DARK = {"zh": ("深色", "浅色"), "en": ("dark", "light")}


def half(language: str) -> str:
    """The folder of a language within the site."""
    return "en/" if language == "en" else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_its_language_and_where_it_is_in_the_other(site: Path, language: str) -> None:
    for (found, _), page in BOOK.pages.items():
        if found != language:
            continue
        html = (site / half(language) / page.folder / "index.html").read_text(encoding="utf-8")
        assert re.search(r"<html[^>]* lang=\"(\w+)", html)[1] == language  # type: ignore[index]
        alternates = dict(re.findall(r'rel="\s*alternate" hreflang="(\w+)" href="([^"]+)"', html))
        assert alternates == {one: f"{HOME}{half(one)}{page.folder}" for one in LANGUAGES}
        meta = dict(re.findall(r'<meta property="(og:locale[\w:]*)" content="(\w+)">', html))
        assert meta["og:locale"] == LOCALES[language]
        assert meta["og:locale:alternate"] == LOCALES[OTHER[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_is_in_the_order_of_the_book(site: Path, language: str) -> None:
    html = (site / half(language) / "index.html").read_text(encoding="utf-8")
    menu = html.partition('md-nav--primary"')[2].partition('md-sidebar--secondary"')[0]
    links = re.findall(r'<a href="([^"#]*)" class="md-nav__link', menu)
    folders = [link.removeprefix("./").removesuffix("/").removeprefix(".") for link in links]
    written = [BOOK.pages[language, path].folder.strip("/") for path in BOOK.menu]
    assert folders == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_not_there_says_so_in_both_languages(site: Path, language: str) -> None:
    html = (site / half(language) / "404.html").read_text(encoding="utf-8")
    said = html.partition("<article")[2].partition("</article>")[0]
    for one in LANGUAGES:
        (words,) = re.findall(rf'<div lang="{one}">(.*?)</div>', said, re.DOTALL)
        assert all(phrase in words for phrase in MISSING[one])
        (link,) = re.findall(r'href="([^"]+)"', words)
        assert urljoin(f"{HOME}{half(language)}404.html", link) == HOME + half(one)
    assert said.index(f'lang="{language}"') < said.index(f'lang="{OTHER[language]}"')


@pytest.mark.parametrize(("language", "file"), [("zh", "mkdocs.yml"), ("en", "mkdocs.en.yml")])
def test_a_button_is_called_after_what_it_does(language: str, file: str) -> None:
    settings = re.sub(r"!!?[\w/]\S*", "", (ROOT / file).read_text(encoding="utf-8"))
    light, dark = yaml.safe_load(settings)["theme"]["palette"]
    to_dark, to_light = DARK[language]
    assert (light["scheme"], dark["scheme"]) == ("default", "slate")
    assert to_dark in light["toggle"]["name"]
    assert to_light in dark["toggle"]["name"]
    assert "light" in light["media"]
    assert "dark" in dark["media"]
