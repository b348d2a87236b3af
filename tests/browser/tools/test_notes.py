"""A mark at the end of a line of code opens its note, and leaves the code as it is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_access import faults
from tests.browser.tools.conftest import PHONE

PATHS = ["fit/", "en/fit/"]
BLOCK, NOTE = "#train-code", ".code-note:popover-open"


def last_mark(page: Page) -> Locator:
    mark = page.locator(f"{BLOCK} .mark").last
    mark.scroll_into_view_if_needed()
    return mark


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_opens_a_note_beside_its_mark_and_another_closes_it(
    opened: Any, site: Site, path: str, scripts: bool
) -> None:
    page = opened(site.address + path, java_script_enabled=scripts)
    mark = last_mark(page)
    mark.click()
    expect(page.locator(NOTE)).to_contain_text("epochs=10")
    note, place = page.locator(NOTE).bounding_box(), mark.bounding_box()
    assert note
    assert place
    assert (
        0 <= note["y"] - place["y"] - place["height"] < 24
        or 0 <= place["y"] - note["y"] - note["height"] < 24
    )
    mark.click()
    expect(page.locator(NOTE)).to_have_count(0)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tap_opens_each_note_within_the_window_and_axe_finds_nothing(
    opened: Any, site: Site, path: str, scheme: str
) -> None:
    page = opened(site.address + path, color_scheme=scheme, **PHONE)
    marks = page.locator(f"{BLOCK} .mark")
    assert marks.count() == 3
    for place in range(marks.count()):
        marks.nth(place).scroll_into_view_if_needed()
        expect(marks.nth(place)).to_be_in_viewport(ratio=1)
        marks.nth(place).tap()
        expect(page.locator(NOTE)).to_be_in_viewport(ratio=1)
        expect(page.locator(NOTE)).to_have_attribute("data-number", f"{place + 1}")
    assert faults(page) == []


def test_the_keyboard_opens_a_note_and_the_proof_within_it_and_goes_back_step_by_step(
    opened: Any, site: Site
) -> None:
    page = opened(f"{site.address}en/fit/")
    mark = last_mark(page)
    mark.focus()
    page.keyboard.press("Enter")
    note, card = page.locator(NOTE), page.locator(".card:popover-open")
    expect(note).to_be_focused()
    page.keyboard.press("Tab")
    expect(note.locator("a.claim")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    expect(card).to_contain_text("len(losses)")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(note.locator("a.claim")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()


def test_the_way_from_the_proof_in_a_note_leads_to_the_code_and_back_into_the_note(
    opened: Any, site: Site
) -> None:
    page = opened(f"{site.address}en/fit/")
    last_mark(page).click()
    page.locator(NOTE).locator("a.claim").click()
    page.locator(".card:popover-open a").click()
    expect(page.locator(NOTE)).to_have_count(0)
    assert page.locator(f"{BLOCK} .asked").count()
    page.locator(".back").click()
    expect(page.locator(NOTE).locator("a.claim")).to_be_focused()


@pytest.mark.parametrize("path", PATHS)
def test_what_is_copied_is_the_code_alone(opened: Any, site: Site, path: str) -> None:
    page = opened(site.address + path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f"{BLOCK} .md-code__button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    script = page.request.get(f"{site.address}snippets/fit/train.py").text()
    assert copied.strip() == script.strip()
    assert page.locator(f"{BLOCK} code").inner_text().strip() == script.strip()


@pytest.mark.parametrize("path", PATHS)
def test_on_paper_the_notes_stand_below_the_block_and_there_are_no_marks(
    opened: Any, site: Site, path: str
) -> None:
    page = opened(site.address + path)
    page.emulate_media(media="print")
    expect(page.locator(f"{BLOCK} .mark").first).to_be_hidden()
    block, notes = page.locator(BLOCK).bounding_box(), page.locator(f"{BLOCK} + .notes > .code-note")
    assert block
    assert notes.count() == 3
    for note in notes.all():
        box = note.bounding_box()
        assert box
        assert box["y"] >= block["y"] + block["height"]
        assert box["x"] >= block["x"] - 1
