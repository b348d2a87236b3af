"""The proof of a number opens where the number stands: by touch, by mouse and by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import BOTH, PAGES, Site
from tests.browser.test_access import faults
from tests.browser.tools.conftest import PHONE

BROWSERS = BOTH

CLAIM = "784 × 32 + 32 = 25,120"
EXPRESSION = "model.layers[0].count_params()"
#: How wide and high a window of 1280 × 1024 is for who reads at 200 % and at 400 %.
ZOOMED = {"200 %": (640, 512), "400 %": (320, 256)}
WORDS = {
    "": ("看代码", "复制表达式", "已复制", "成立于 Keras 3.", "回到句子：", "的证明"),
    "en/": (
        "See the code",
        "Copy the expression",
        "Copied",
        "Held in Keras 3.",
        "Back to the sentence: ",
        ": its proof",
    ),
}
#: A browser that cannot place one thing at another.
UNPLACED = """const { supports } = CSS
CSS.supports = (...asked) => !String(asked).includes("position-area") && supports.apply(CSS, asked)"""


def claim_on(page: Page) -> Locator:
    claim = page.locator("article a.claim", has_text=CLAIM).first
    claim.scroll_into_view_if_needed()
    return claim


def card_on(page: Page) -> Locator:
    return page.locator(".card:popover-open")


def beside(card: Locator, claim: Locator) -> bool:
    """Whether *card* stands above or below *claim*, near it, and not outside the window."""
    box, number = card.bounding_box(), claim.bounding_box()
    assert box is not None
    assert number is not None
    below = box["y"] - number["y"] - number["height"]
    above = number["y"] - box["y"] - box["height"]
    near = 0 <= below < 24 or 0 <= above < 24
    across = int(card.evaluate("card => document.documentElement.clientWidth"))
    return bool(near and box["x"] >= 0 and box["x"] + box["width"] <= across)


@pytest.mark.parametrize("folder", WORDS)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_tap_opens_it_at_the_number_and_a_tap_elsewhere_closes_it(
    opened: Any, site: Site, folder: str, look: str
) -> None:
    page = opened(f"{site.address}{folder}sequential/", color_scheme=look, reduced_motion="reduce", **PHONE)
    see, copy, _, held, _, proof = WORDS[folder]
    claim, card = claim_on(page), card_on(page)
    claim.tap()
    expect(card).to_be_visible()
    assert beside(card, claim)
    expect(card).to_have_attribute("role", "dialog")
    expect(card).to_have_attribute("aria-label", f"{CLAIM}{proof}")
    expect(card.locator("code").first).to_have_text(EXPRESSION)
    expect(card).to_contain_text("→ 25,120")
    expect(card).to_contain_text(held)
    expect(card).to_contain_text("TensorFlow 2.")
    expect(card.get_by_role("link", name=see)).to_be_visible()
    expect(card.get_by_role("button", name=copy)).to_be_visible()
    expect(claim).to_have_attribute("aria-expanded", "true")
    assert faults(page) == []
    assert page.url.endswith("sequential/")
    page.touchscreen.tap(195, 24)
    expect(card).to_have_count(0)
    expect(claim).to_be_focused()
    assert claim.get_attribute("aria-expanded") is None
    claim.tap()
    expect(card).to_be_visible()
    claim.tap()
    expect(card).to_have_count(0)
    assert page.evaluate("seen.violations") == []
    assert page.evaluate("seen.shift") < 0.01


def test_enter_opens_it_escape_closes_it_and_the_focus_returns(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}en/sequential/")
    claim, card = claim_on(page), card_on(page)
    claim.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    for button in card.get_by_role("button").all():  # without the Python of pages there is one
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
    expect(card).to_contain_text("Held in Keras 3.")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(claim).to_be_focused()


def test_a_mouse_opens_it_after_a_moment_and_may_enter_and_select(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}en/sequential/")
    claim, card = claim_on(page), card_on(page)
    claim.hover()
    expect(card).to_be_visible()
    expect(claim).not_to_be_focused()
    card.hover()
    page.wait_for_timeout(800)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.mouse.move(5, 5)
    claim.hover()
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_have_count(0)
    claim.hover()
    expect(card).to_be_visible()
    card.locator("code").first.dblclick()
    assert page.evaluate("getSelection().toString()").strip() in EXPRESSION
    page.mouse.move(5, 5)
    page.wait_for_timeout(800)
    expect(card).to_be_visible()
    claim.click()
    expect(card).to_have_count(0)
    claim.click()
    expect(card).to_be_focused()


@pytest.mark.parametrize("folder", WORDS)
def test_the_code_is_marked_and_a_way_leads_back(opened: Any, site: Site, folder: str) -> None:
    page = opened(f"{site.address}{folder}sequential/")
    claim, card = claim_on(page), card_on(page)
    claim.click()
    card.get_by_role("link").click()
    expect(page).to_have_url(f"{site.address}{folder}sequential/#from-list")
    code = page.locator("#from-list")
    expect(code).to_be_in_viewport()
    lines = code.locator("pre > code").inner_text().split("\n")
    marked = code.locator(".asked").evaluate_all(
        "marks => marks.map(mark => Number(mark.style.getPropertyValue('--line')))"
    )
    assert [lines[place].split("(")[0] for place in marked] == ["model = keras.Sequential", "model.summary"]
    shown = page.locator("#from-list-output")
    rows = shown.locator("pre > code").inner_text().split("\n")
    (row,) = shown.locator(".asked").evaluate_all(
        "marks => marks.map(mark => Number(mark.style.getPropertyValue('--line')))"
    )
    assert "25,120" in rows[row]
    line, mark = code.locator("pre > code").bounding_box(), code.locator(".asked").first.bounding_box()
    assert line is not None
    assert mark is not None
    assert line["y"] < mark["y"] < line["y"] + line["height"]
    back = page.get_by_role("link", name=WORDS[folder][4] + CLAIM)
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(claim).to_be_focused()
    expect(claim).to_be_in_viewport()
    expect(page.locator(".asked, .back")).to_have_count(0)


def test_the_way_leads_to_another_page_and_back_to_the_sentence(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}en/")
    claims = page.locator("article a.claim")
    away = next(n for n in range(claims.count()) if "/" in str(claims.nth(n).get_attribute("href")))
    text = claims.nth(away).inner_text()
    claims.nth(away).click()
    there = str(card_on(page).get_by_role("link").evaluate("link => link.href"))
    card_on(page).get_by_role("link").click()
    expect(page).to_have_url(there)
    page.locator(".back").click()
    expect(page.locator("article a.claim").nth(away)).to_be_focused()
    expect(page.locator("article a.claim").nth(away)).to_have_text(text)
    expect(page.locator("article a.claim").nth(away)).to_be_in_viewport()


def test_the_expression_is_copied(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}sequential/", permissions=["clipboard-read", "clipboard-write"])
    claim_on(page).click()
    card_on(page).get_by_role("button", name="复制").click()
    expect(card_on(page).get_by_role("button").last).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == EXPRESSION


@pytest.mark.parametrize("zoom", ZOOMED)
@pytest.mark.parametrize("script", ["", UNPLACED], ids=["anchored", "placed"])
def test_it_fits_into_a_window_that_is_zoomed(opened: Any, site: Site, zoom: str, script: str) -> None:
    width, height = ZOOMED[zoom]
    page = opened(f"{site.address}en/sequential/", script, viewport={"width": width, "height": height})
    claim, card = claim_on(page), card_on(page)
    claim.click()
    expect(card).to_be_visible()
    assert beside(card, claim)
    last = card.get_by_role("button").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_forced_colours_keep_its_edge_and_its_marks(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}sequential/", forced_colors="active")
    claim_on(page).click()
    card = card_on(page)
    edge = "part => getComputedStyle(part).borderLeftWidth"
    assert card.evaluate(edge) != "0px"
    card.get_by_role("link").click()
    mark = page.locator(".asked").first
    expect(mark).to_be_visible()
    assert mark.evaluate(edge) != "0px"


@pytest.mark.parametrize("path", PAGES)
def test_what_a_dotted_line_means_is_one_tap_away(site: Site, path: str) -> None:
    html = site.html(path)
    assert ('popovertarget="legend"' in html) == ('<a class="claim' in html)


def test_the_legend_opens_in_a_card_without_a_script_of_ours(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}en/sequential/", **PHONE)
    page.locator(".legend button").tap()
    expect(card_on(page)).to_contain_text("dotted line")
    assert beside(card_on(page), page.locator(".legend button"))


def test_without_scripts_a_claim_is_a_link_with_a_title(opened: Any, site: Site) -> None:
    page = opened(f"{site.address}sequential/", java_script_enabled=False)
    claim = claim_on(page)
    expect(claim).to_have_attribute("title", f"{EXPRESSION} → 25,120")
    claim.click()
    expect(page).to_have_url(f"{site.address}sequential/#from-list")
