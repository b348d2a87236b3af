"""The front page says what this is, why here and where to begin, in the first screen; a digit can be drawn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import WATCH, Site
from tests.browser.tools.test_digit import STROKES, draw

SCREENS: list[ViewportSize] = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]
FIRST = (".seal", ".stamp", ".lead", ".lead + ul", ".lead + ul a.claim", ".ways")
BELOW = "part => part.getBoundingClientRect().bottom - innerHeight"
LANGUAGES = pytest.mark.parametrize("path", ["", "en/"])


@LANGUAGES
@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "phone"])
def test_the_first_screen_says_what_this_is_and_where_to_begin(
    browser: Browser, site: Site, path: str, screen: ViewportSize
) -> None:
    with browser.new_context(viewport=screen) as context:
        page = context.new_page()
        page.goto(site.address + path)
        for part in FIRST:
            assert page.locator(part).first.evaluate(BELOW) <= 0, part
        foot = page.locator(".verified").inner_text()
        assert page.locator(".seal").inner_text() in foot
        for said in re.findall(r"\d[\d.-]+", page.locator(".stamp").inner_text()):
            assert said in foot
        ways = page.locator(".ways a")
        expect(ways).to_have_count(4)
        page.locator(".lead + ul a.claim").click()
        expect(page.locator(".card:popover-open")).to_contain_text("model.count_params()→ 25,450")


@LANGUAGES
def test_each_part_of_the_menu_has_its_heading(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)
    parts = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item--section > .md-nav__link")
    heads = page.locator("article h3[id^=map-]")
    named = [re.sub(r"\s+|¶", " ", text).strip() for text in parts.all_text_contents()]
    assert [text.replace("¶", "").strip() for text in heads.all_text_contents()] == named


@LANGUAGES
@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "phone"])
def test_a_digit_is_drawn_once_it_is_asked_for(
    browser: Browser, site: Site, path: str, screen: ViewportSize
) -> None:
    with browser.new_context(viewport=screen) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site.address + path, wait_until="networkidle")
        place = page.locator(".digit")
        place.scroll_into_view_if_needed()
        assert not [address for address in asked if "digit" in address or address.endswith(".bin")]
        place.locator("button").click()
        draw(page, place, STROKES[7])
        expect(place.locator("[role=status]")).to_contain_text(re.compile(r"\b7\b"))
        assert page.evaluate("seen.violations") == []
        assert page.evaluate("seen.shift") < 0.01


def test_a_digit_is_chosen_with_the_keyboard(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    place = page.locator(".digit")
    place.locator("button").focus()
    page.keyboard.press("Enter")
    expect(place.locator("canvas")).to_have_count(2)
    expect(place.locator("button").first).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.locator("[role=status]")).to_contain_text("The network answers 3")
