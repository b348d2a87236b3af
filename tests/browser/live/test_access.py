"""A block that is open, as a screen reader, a keyboard and a phone find it; and how long it takes to come."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.live.reader import SAME, block, run, shown, write
from tests.browser.test_access import faults

PATH = "en/sequential/"
BLOCK = "from-list"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["sequential/", PATH])
def test_axe_finds_nothing_wrong_with_a_block_that_is_open(
    browser: Browser, site: Site, path: str, dark: bool
) -> None:
    scheme: Literal["light", "dark"] = "dark" if dark else "light"
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.address + path)
        place = block(page, BLOCK)
        run(place)
        write(place, place.locator("textarea").input_value().replace("32", "64") + "\n# 1 / 0\n1 / 0\n")
        run(place)
        place.locator("summary").click()
        assert faults(page) == []


def test_the_keyboard_is_enough(page: Page, site: Site) -> None:
    page.goto(site.address + PATH)
    place = block(page, BLOCK)
    place.locator(".live__run").focus()
    page.keyboard.press("Enter")
    assert shown(place).verdict == SAME["en"]
    expect(place.locator(".live__run")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(place.locator("textarea")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("if True:")
    page.keyboard.press("Enter")
    page.keyboard.type("print('within')")
    page.keyboard.press("Control+Enter")
    assert shown(place).output.endswith("\nwithin\n")
    expect(place.locator("textarea")).to_be_focused()
    page.keyboard.press("Tab")
    expect(place.locator(".live__run")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.get_by_role("button", name="Reset")).to_be_hidden()
    expect(place.locator("textarea")).to_be_focused()


def test_what_is_said_is_announced(page: Page, site: Site) -> None:
    page.goto(site.address + PATH)
    place = block(page, BLOCK)
    run(place)
    expect(place.get_by_role("textbox")).to_have_accessible_name(
        "Code of sequential/from_list, which you can change"
    )
    expect(place.get_by_role("log")).to_have_accessible_name("Printed here")
    said = place.get_by_role("status").all_text_contents()
    assert SAME["en"] in said
    assert any(text.startswith("Took") for text in said)


@pytest.mark.parametrize("path", ["sequential/", PATH, "try/", "en/try/"])
def test_on_a_phone_nothing_reaches_beyond_the_page(browser: Browser, site: Site, path: str) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(site.address + path)
        place = page.locator(".playground") if path.endswith("try/") else block(page, BLOCK)
        run(place)
        write(place, "print('a very long line ' * 30)\n" * 3)
        run(place)
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wide)


def test_how_long_it_takes_beside_the_page_itself(
    page: Page, site: Site, record_property: Callable[[str, object], None]
) -> None:
    begun = time.monotonic()
    page.goto(site.address + PATH, wait_until="load")
    load = time.monotonic() - begun
    place = block(page, BLOCK)
    times = []
    for _ in range(3):
        begun = time.monotonic()
        assert run(place).verdict == SAME["en"]
        times.append((time.monotonic() - begun) / load)
    first, *later = times
    record_property("told", f"Run: {first:.1f} × as long as its page takes to load, then {min(later):.1f} ×")
