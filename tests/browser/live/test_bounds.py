"""What runs in a page ends: by itself, by the reader, or by its bounds; and one clear message says which."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import WATCH, Site
from tests.browser.live.reader import SAME, block, press, run, shown, write

PATH = "en/sequential/"
BLOCK = "from-list"
LOOP = "print('begun')\nwhile True:\n    pass\n"
#: A loop that no signal of Python's ends.
STUBBORN = "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"
FLOOD = "while True:\n    print('x' * 1000)\n"
HUNGRY = "held = []\nwhile True:\n    held.append(bytearray(10**8))\n"


@pytest.fixture(scope="module")
def started(browser: Browser, site: Site) -> Iterator[Page]:
    """Give a page on which Python has started, for many runs."""
    with browser.new_context() as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(site.address + PATH)
        assert run(block(page, BLOCK)).verdict == SAME["en"]
        yield page


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (LOOP, "Stopped after 20 seconds without an end. Is there a loop that never ends?"),
        (STUBBORN, "Stopped after 20 seconds without an end. Is there a loop that never ends?"),
        (FLOOD, "Stopped: it printed too much. Is there a print in a loop?"),
        (HUNGRY, "Out of memory: this code asks for more than a page may have."),
        ("import os\nos._exit(1)", ""),
    ],
    ids=["loop", "stubborn", "flood", "hungry", "exit"],
)
def test_a_run_has_bounds_and_the_next_one_is_as_the_first(started: Page, code: str, said: str) -> None:
    place = block(started, BLOCK)
    own = place.locator("textarea").input_value()
    write(place, code)
    seen = run(place)
    assert seen.status
    assert said in seen.status
    assert len(seen.output) < 2_000_000
    write(place, own)
    assert run(place).verdict == SAME["en"]
    assert started.evaluate("seen.violations") == []


def test_a_reader_ends_a_run_and_keeps_what_it_printed(started: Page) -> None:
    place = block(started, BLOCK)
    own = place.locator("textarea").input_value()
    write(place, LOOP)
    press(place)
    expect(place.locator(".live__output code").first).to_have_text("begun\n", timeout=20_000)
    place.get_by_role("button", name="Stop").click()
    expect(place.locator(".live__bar [role=status]")).to_have_text("Stopped.")
    expect(place.locator(".live__run")).to_be_focused()
    expect(place.get_by_role("button", name="Stop")).to_be_hidden()
    write(place, own)
    assert run(place).verdict == SAME["en"]


def test_leaving_the_page_ends_what_runs(started: Page) -> None:
    place = block(started, BLOCK)
    own = place.locator("textarea").input_value()
    write(place, LOOP)
    press(place)
    expect(place.locator(".live__output code").first).to_have_text("begun\n", timeout=20_000)
    assert started.workers
    started.evaluate("dispatchEvent(new Event('pagehide'))")
    for _ in range(50):
        started.wait_for_timeout(200)
        if not started.workers:
            break
    assert started.workers == []
    write(place, own)
    assert run(place).verdict == SAME["en"]


def status(page: Page, site: Site, path: str = PATH) -> str:
    """What a new reader is told who presses *Run*."""
    page.goto(site.address + path)
    press(block(page, BLOCK))
    return shown(block(page, BLOCK)).status


@pytest.mark.parametrize(("path", "said"), [("sequential/", "连不上本站"), (PATH, "cannot be reached")])
def test_without_a_network_it_says_so_and_goes_on_when_there_is_one(
    page: Page, site: Site, path: str, said: str
) -> None:
    page.route("**/live/*.gz", lambda route: route.abort())
    assert said in status(page, site, path)
    page.unroute_all()
    assert run(block(page, BLOCK)).verdict == SAME["en" if path == PATH else "zh"]


def test_a_network_that_answers_for_others_is_not_kept(page: Page, site: Site) -> None:
    page.route("**/live/*.gz", lambda route: route.fulfill(body="<html>Please sign in</html>"))
    assert "The download broke off" in status(page, site)
    page.unroute_all()
    assert run(block(page, BLOCK)).verdict == SAME["en"]


def test_without_its_scripts_the_button_says_so(page: Page, site: Site) -> None:
    page.goto(site.address + PATH, wait_until="networkidle")
    page.route("**/assets/live/**", lambda route: route.abort())
    press(block(page, BLOCK))
    expect(block(page, BLOCK).locator(".live__run")).to_have_text("No connection: reload, and try again")


def test_files_that_are_not_there_are_named(page: Page, site: Site) -> None:
    page.route("**/live/manifest.json", lambda route: route.fulfill(status=404))
    assert "comes without the files" in status(page, site)


def test_webassembly_that_is_refused_is_named(page: Page, site: Site) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(" 'wasm-unsafe-eval'", ""))

    page.route(site.address + PATH, strict)
    assert "does not let pages run WebAssembly" in status(page, site)


@pytest.mark.parametrize(
    ("gone", "said"),
    [("WebAssembly", "does not let pages run WebAssembly"), ("DecompressionStream", "too old")],
)
def test_a_browser_that_cannot_is_told_so(context: BrowserContext, site: Site, gone: str, said: str) -> None:
    context.add_init_script(f"delete globalThis.{gone}")
    assert said in status(context.new_page(), site)


def test_a_start_that_hangs_is_ended(context: BrowserContext, site: Site) -> None:
    context.add_init_script(
        "globalThis.Worker = class extends EventTarget {"
        " postMessage() {} terminate() { globalThis.ended = true } }"
    )
    page = context.new_page()
    page.clock.install()
    page.goto(site.address + PATH)
    press(block(page, BLOCK))
    expect(block(page, BLOCK).locator(".live__bar [role=status]")).to_have_text(re.compile("^Starting"))
    page.wait_for_timeout(3000)
    page.clock.fast_forward(100_000)
    expect(block(page, BLOCK).locator(".live__bar [role=status]")).to_contain_text("did not answer")
    assert page.evaluate("ended") is True


def test_a_signal_ends_a_run_where_the_host_lets_page_and_worker_share(browser: Browser, site: Site) -> None:
    def isolated(route: Route) -> None:
        answer = route.fetch()
        headers = {
            **answer.headers,
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-embedder-policy": "require-corp",
        }
        route.fulfill(response=answer, headers=headers)

    with browser.new_context() as context:
        page = context.new_page()
        page.route(site.address + PATH, isolated)
        page.goto(site.address + PATH)
        assert page.evaluate("crossOriginIsolated")
        place = block(page, BLOCK)
        assert run(place).verdict == SAME["en"]
        own = place.locator("textarea").input_value()
        (worker,) = page.workers
        write(place, LOOP)
        press(place)
        expect(place.locator(".live__output code").first).to_have_text("begun\n", timeout=20_000)
        place.get_by_role("button", name="Stop").click()
        write(place, own)
        assert run(place).verdict == SAME["en"]
        assert page.workers == [worker]
