"""The search finds what readers type: the page that says most about it comes first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BOTH, Site

BROWSERS = BOTH

QUERIES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("queries.toml").read_text(encoding="utf-8")
)
RESULT = ".md-search-result__item > a.md-search-result__link"
FOLDER = {"zh": "", "en": "en/"}
#: How many milliseconds after typing the first result is there, from when nothing is found.
FIRST = """async ([result, query]) => {
  const field = document.querySelector("[name=query]")
  const typed = (text) => {
    field.value = text
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }
  const there = (wanted) => new Promise((done) => {
    const look = () => Boolean(document.querySelector(result)) === wanted ? done() : setTimeout(look, 1)
    look()
  })
  typed("qqqqqq")
  await there(false)
  const start = performance.now()
  typed(query)
  await there(true)
  return performance.now() - start
}"""


@pytest.fixture(scope="module", params=["zh", "en"])
def searching(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[tuple[str, Page]]:
    """Give a page of each language whose search is open."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.address + FOLDER[request.param])
        page.keyboard.press("/")
        search(page, "Keras")
        expect(page.locator(RESULT).first).to_be_attached()
        yield request.param, page


def search(page: Page, query: str) -> None:
    """Type *query*; the key at the end is what the theme waits for."""
    field = page.locator("[name=query]")
    field.fill(query)
    field.press("Shift")


def test_each_query_finds_its_page_first(searching: tuple[str, Page], site: Site) -> None:
    language, page = searching
    queries = QUERIES[language]
    assert len(queries) >= 100
    wrong = []
    for query, expected in queries.items():
        search(page, "qqqqqq")
        expect(page.locator(RESULT)).to_have_count(0)
        search(page, query)
        expect(page.locator(RESULT).first, query).to_be_attached()
        found = page.locator(RESULT).first.evaluate("link => link.href.split('?')[0].split('#')[0]")
        if found != f"{site.address}{FOLDER[language]}{expected}/":
            wrong.append(f"{query}: {found}, not {expected}")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("message", "section"),
    [
        ("ValueError: Argument(s) not recognized: {'lr': 0.01}", "compile/#lr"),
        ("KeyError: 'acc'", "compile/#acc"),
    ],
)
def test_a_pasted_message_finds_the_section_that_shows_it(
    searching: tuple[str, Page], message: str, section: str
) -> None:
    _, page = searching
    search(page, "qqqqqq")
    expect(page.locator(RESULT)).to_have_count(0)
    search(page, message)
    links = page.locator(".md-search-result__item").first.locator("a")
    expect(links.nth(1)).to_have_attribute("href", re.compile("#"))
    found = links.evaluate_all("links => links.map(link => link.href.replace(/\\?[^#]*/, ''))")
    assert any(address.endswith(section) for address in found[:2]), found


def test_how_long_a_phone_looks_for_the_first_result_beside_loading_the_page(
    searching: tuple[str, Page], record_property: Callable[[str, object], None]
) -> None:
    language, page = searching
    if page.context.browser and page.context.browser.browser_type.name == "firefox":
        pytest.skip("not verified in Firefox: a slow phone, which Playwright cannot have there")
    phone = page.context.new_cdp_session(page)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    took = [page.evaluate(FIRST, [RESULT, query]) for query in ("Dense", "KerasTensor", "mnist")]
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    load = page.evaluate("performance.getEntriesByType('navigation')[0].duration")
    compared = ", ".join(f"{time / load:.1f}" for time in took)
    told = f"First result on a slow phone, {language}: {compared} × as long as its page loads elsewhere"
    record_property("told", told)


def test_where_nothing_is_found_it_says_what_that_means(searching: tuple[str, Page]) -> None:
    language, page = searching
    search(page, "qqqqqq")
    says = "没有一页有这些字" if language == "zh" else "No page of this site has these words"
    expect(page.locator(".md-search-result__meta")).to_contain_text(says)


def test_the_search_comes_when_it_is_opened_and_not_before(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(site.address, wait_until="networkidle")
    assert not [address for address in asked if "search_index" in address]
    page.locator("header label[for=__search]").first.dispatch_event("click")
    search(page, "Dense")
    expect(page.locator(RESULT).first).to_be_attached()
    assert [address for address in asked if address.endswith("search/search_index.json")]


def test_enter_leads_to_the_first_result_even_where_the_theme_has_closed_the_search(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.address}sequential/#columns", wait_until="load")
    page.keyboard.press("/")
    page.keyboard.type("参数")
    page.keyboard.press("Shift")
    expect(page.locator("a.md-search-result__link").first).to_contain_text("参数量怎么算")
    page.evaluate("document.getElementById('__search').checked = false")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("参数量怎么算")
