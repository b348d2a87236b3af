"""In Firefox, too, buttons print the record of their page, and code that a reader changes runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.live.reader import block, buttons, otherwise, run, write

BROWSERS = ("firefox",)
PAGES = ("sequential/", "en/counting/", "en/try/", "summary/")


def test_there_are_a_dozen_of_them(site: Site) -> None:
    assert sum(len(buttons(site, path)) for path in PAGES) >= 12


@pytest.mark.parametrize("path", PAGES)
def test_each_button_prints_the_record(page: Page, site: Site, path: str) -> None:
    assert otherwise(page, site, path) == {}
    assert page.evaluate("seen.violations") == []


def test_code_that_a_reader_changes_runs(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/sequential/")
    place = block(page, "from-list")
    run(place)
    write(place, place.locator("textarea").input_value().replace("Dense(32)", "Dense(64)"))
    assert "50,890" in run(place).output
    write(place, "a = 1\na / 0\n")
    assert run(place).status == "ZeroDivisionError in line 2"
