"""What a page asks for when it is opened: nothing of another host, nothing in vain, not much, and soon."""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import MISSING, PAGES, WATCH, Site, Visit, zipped

#: The most that a page of text and code may weigh, compressed, and the most requests that it may make.
HEAVIEST = 90 * 1024
MOST_REQUESTS = 10
#: The line: three megabits a second, and a tenth of a second until an answer begins.
LINE = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 3_000_000 / 8,
    "uploadThroughput": 3_000_000 / 8,
}
#: Where links lead into a page: a tool that comes later, a tab that is closed, a table, the end.
INTO = [
    *(f"{page}/#calculator" for page in ("counting", "counting-convolution", "en/counting-recurrent")),
    "en/counting-attention/#calculator",
    "counting/#calculator=28,28,1/Conv2D,filters=8,kernel_size=3/Flatten/Dense,units=10",
    "mnist/#draw",
    "sequential/#from-list-2018",
    "en/changes/#looks",
    "en/compile/#try-next",
]
SCREENS: list[ViewportSize] = [
    {"width": 1280, "height": 900},
    {"width": 768, "height": 1024},
    {"width": 390, "height": 844},
]
#: Within how many milliseconds a first visit has all of a page.
LIMIT = 1000
#: Another program may be in the way of a browser, but hardly each of so many times.
TRIES = 5
TIMES = """new Promise((done) => {
  const { loadEventStart } = performance.getEntriesByType("navigation")[0]
  new PerformanceObserver((list) => done([loadEventStart, list.getEntries().at(-1).startTime]))
    .observe({ type: "largest-contentful-paint", buffered: true })
})"""


@pytest.mark.parametrize("path", PAGES + MISSING)
def test_a_page_asks_its_own_host_alone_and_nothing_in_vain(
    site: Site, visit: Callable[[str], Visit], path: str
) -> None:
    seen = visit(site.address + path)
    assert [address for address in seen.requests if not address.startswith(site.address)] == []
    assert seen.failed == []
    assert seen.console == []


@pytest.mark.parametrize("path", ["", "en/", "mnist/", "en/mnist/"])
def test_the_site_may_stand_in_any_folder(site: Site, visit: Callable[[str], Visit], path: str) -> None:
    seen = visit(f"{site.server}/{path}")
    assert [address for address in seen.requests if not address.startswith(f"{site.server}/")] == []
    assert seen.failed == []
    assert seen.console == []


@pytest.mark.parametrize("path", PAGES + MISSING)
def test_its_policy_is_strict_and_nothing_breaks_it(
    site: Site, visit: Callable[[str], Visit], path: str
) -> None:
    html = site.html(path)
    policy = html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert re.match("default-src 'none'; script-src 'self' ('wasm-unsafe-eval' )?'sha256-", policy)
    # That stands on pages with a button alone, as `live/test_alone.py` sees.
    assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")
    assert 'rel="next"' not in html  # which Firefox fetches, against the policy
    assert visit(site.address + path).violations == []


@pytest.mark.parametrize("path", ["en/", "en/counting/", "en/404.html"])
def test_what_both_languages_have_is_fetched_from_one_place(
    site: Site, visit: Callable[[str], Visit], path: str
) -> None:
    assert [address for address in visit(site.address + path).requests if "/en/assets/" in address] == []


@pytest.mark.parametrize("path", PAGES + MISSING)
def test_nothing_moves_while_it_opens(site: Site, visit: Callable[[str], Visit], path: str) -> None:
    assert visit(site.address + path).shift < 0.01  # a hundredth of the window: nobody sees it


@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "tablet", "phone"])
@pytest.mark.parametrize("path", INTO)
def test_nothing_moves_where_a_link_leads_into_a_page(
    browser: Browser, site: Site, path: str, screen: ViewportSize
) -> None:
    with browser.new_context(viewport=screen) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        slow(page)
        page.goto(site.address + path, wait_until="networkidle")
        page.wait_for_function("() => !document.querySelector('[data-awaited]')")
        expect(page.locator(":target, .calculator__table").first).to_be_in_viewport()
        assert page.evaluate("seen.shift") < 0.01


@pytest.mark.parametrize("path", PAGES)
def test_it_is_light(site: Site, visit: Callable[[str], Visit], path: str) -> None:
    seen = visit(site.address + path)
    editor = [address for address in seen.requests if "/assets/live/" in address]  # of the page to write on
    assert len(seen.requests) - len(editor) <= MOST_REQUESTS
    assert not [address for address in seen.requests if "search_index" in address or "workers/" in address]
    figures = sum(len(figure) for figure in drawn(site, path))
    assert seen.weight - figures <= HEAVIEST


def drawn(site: Site, path: str) -> list[bytes]:
    """The figures of a page, compressed as they travel: what makes a page one of pictures."""
    found = re.findall(r'<svg[^>]*class="figure".*?</svg>', site.html(path), re.DOTALL)
    return [zipped(figure.encode()) for figure in found]


def test_a_page_that_is_not_there_says_so_and_leads_home_in_both_languages(page: Page, site: Site) -> None:
    answer = page.goto(f"{site.address}en/nothing/of/the/kind/")
    assert answer is not None
    assert answer.status == 404
    homes = page.locator("article a").evaluate_all("links => links.map(link => link.href)")
    assert homes == [site.address, f"{site.address}en/"]
    assert page.evaluate("seen.violations") == []


def test_the_map_of_the_site_and_the_links_between_languages_name_every_page(site: Site) -> None:
    for language, folder in (("zh", ""), ("en", "en/")):
        own = {site.address + path for path in PAGES if path.startswith("en/") == (language == "en")}
        listed = re.findall(r"<loc>(.*?)</loc>", site.html(f"{folder}sitemap.xml"))
        assert set(listed) == own
    for path in PAGES:
        short = path.removeprefix("en/")
        links = dict(re.findall(r'rel=" ?alternate" hreflang="(\w+)" href="([^"]+)"', site.html(path)))
        assert links == {"zh": site.address + short, "en": f"{site.address}en/{short}"}


def slow(page: Page) -> None:
    """Have *page* come over the line."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)


def load(browser: Browser, address: str) -> tuple[float, float]:
    """When a first visit has all of a page, and its largest part painted, in milliseconds."""
    with browser.new_context() as context:
        page = context.new_page()
        slow(page)
        page.goto(address, wait_until="load")
        loaded, painted = page.evaluate(TIMES)
        assert loaded > 2 * LINE["latency"], "the line was not slow"
        return loaded, painted


@pytest.mark.parametrize(
    "path",
    ["", "en/", "sequential/", "en/sequential/", "counting/", "functional/", "en/compile/", "changes/"],
)
def test_a_page_is_there_within_a_second(browser: Browser, site: Site, path: str) -> None:
    seen = []
    for _ in range(TRIES):
        loads = [load(browser, site.address + path) for _ in range(3)]
        seen.append([median(times) for times in zip(*loads, strict=True)])
        if max(seen[-1]) < LIMIT:
            return
    pytest.fail(f"loaded and painted after so many milliseconds: {seen}")
