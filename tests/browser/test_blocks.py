"""Code, tables and values as a reader sees them: what is old looks old, and nothing is cut without a hint."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAGES, Site

WIDE = """() => [...document.querySelectorAll("article :is(pre > code, .md-typeset__scrollwrap)")]
  .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth)"""
UNTOLD = (
    f"() => ({WIDE})().filter((part) => !part.matches('[data-wide][tabindex]')).map((part) => part.innerText)"
)
SCRIPTS = f"() => ({WIDE})().filter((part) => part.closest('.language-python')).map((part) => part.innerText)"
#: The text of what stands on more lines than one, among what should stand on one.
TORN = """() => [...document.querySelectorAll("article .whole")]
  .filter((part) => part.checkVisibility() && part.getClientRects().length > 1)
  .map((part) => part.textContent)"""
#: How much higher headings are than they would be without the sign that is not seen.
BLANK = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")].filter((heading) => {
  const before = heading.offsetHeight
  const sign = heading.querySelector(".headerlink")
  sign.style.display = "none"
  const after = heading.offsetHeight
  sign.style.removeProperty("display")
  return before !== after
}).map((heading) => heading.textContent)"""

#: How far a sign stands out from what is behind it, as WCAG has it.
CONTRAST = """(sign) => {
  const block = sign.closest(".highlight").querySelector("code")
  const canvas = new OffscreenCanvas(1, 1).getContext("2d")
  const light = (...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }
  const ground = getComputedStyle(block).backgroundColor
  const [behind, before] = [light(ground), light(ground, getComputedStyle(sign).color)]
  return Math.max(behind, before) / Math.min(behind, before)
}"""


@pytest.mark.parametrize("path", PAGES)
def test_on_a_phone_what_is_wide_says_so_and_nothing_is_torn(browser: Browser, site: Site, path: str) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(site.address + path, wait_until="networkidle")
        page.wait_for_function(f"() => ({UNTOLD})().length === 0", timeout=5000)
        assert page.evaluate(TORN) == []
        assert page.evaluate(BLANK) == []
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )


@pytest.mark.parametrize("path", PAGES)
def test_on_a_desk_no_line_of_68_signs_is_cut(browser: Browser, site: Site, path: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(site.address + path, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        cut = page.evaluate(SCRIPTS)
        assert [code for code in cut if max(map(len, code.splitlines())) <= 68] == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_button_that_copies_stands_out(
    browser: Browser, site: Site, look: Literal["light", "dark"]
) -> None:
    with browser.new_context(color_scheme=look, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{site.address}en/counting/", wait_until="networkidle")
        assert page.locator(".md-code__button").first.evaluate(CONTRAST) >= 3


def test_the_last_column_of_a_table_is_reached_with_the_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}changes/", wait_until="networkidle")
    place = page.locator(".md-typeset__scrollwrap[data-wide]").first
    place.focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    expect(place.locator("tr").nth(1).locator("td").last).to_be_in_viewport()


def test_what_is_of_2018_says_so_and_opens_where_it_is_asked_for_alone(page: Page, site: Site) -> None:
    page.goto(f"{site.address}sequential/")
    then = page.locator(".tabbed-labels > label", has_text="2.1.5")
    assert then.count() > 1
    then.first.click()
    old = page.locator("#from-list-2018")
    expect(old).to_be_visible()
    expect(old).to_have_attribute("data-then", "Keras 2.1.5")
    said = "block => getComputedStyle(block, '::before').content"
    assert old.evaluate(said) == '"Keras 2.1.5"'
    ground = "block => getComputedStyle(block.querySelector('code')).backgroundColor"
    assert old.evaluate(ground) != page.locator("#from-list").evaluate(ground)
    opened = "inputs => inputs.filter(input => input.checked).length"
    sets = page.locator(".tabbed-set")
    assert not sets.first.locator("> input").first.is_checked()
    assert all(sets.nth(n).locator("> input").first.is_checked() for n in range(1, sets.count()))
    for path in ("sequential/", "en/sequential/", "counting/"):
        page.goto(site.address + path)
        for place in range(page.locator(".tabbed-set").count()):
            chosen = page.locator(".tabbed-set").nth(place).locator("> input")
            assert chosen.first.is_checked()
            assert chosen.evaluate_all(opened) == 1


def test_a_backend_stays_chosen(page: Page, site: Site) -> None:
    page.goto(f"{site.address}counting/")
    page.locator(".tabbed-labels > label", has_text="PyTorch").first.click()
    for path in ("counting/", "en/counting/"):
        page.goto(site.address + path)
        chosen = page.locator(".tabbed-set", has=page.get_by_text("PyTorch", exact=True)).first
        expect(chosen.locator("> input:checked")).to_have_count(1)
        name = "set => set.querySelector(':scope > input:checked').labels[0].textContent.trim()"
        assert chosen.evaluate(name) == "PyTorch"


#: What of an article is not seen, though nothing of it waits behind a tab, a fold or a press.
UNSEEN = """() => [...document.querySelectorAll(
    "article :is(h1, h2, h3, p, li, tr, pre, figure, svg, .claim, .stamp), .verified, .md-footer")]
  .filter((part) => !part.closest("[popover], details:not([open]), .tabbed-block, [hidden]"))
  .filter((part) => part.innerText !== "")
  .filter((part) => !part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map((part) => `${part.tagName} ${part.textContent.slice(0, 60)}`)"""
#: Words or digits that a style puts before or behind what the page says, but for those of its attributes.
STYLED = """() => [...document.querySelectorAll("article *")].flatMap((part) =>
  ["::before", "::after"].map((place) => getComputedStyle(part, place).content.replace(/^(none|normal)$/, ""))
    .map((content) => Object.values(part.dataset).reduce((rest, own) => rest.replace(own, ""), content))
    .filter((content) => /[\\p{L}\\p{N}]/u.test(content.replace(/Not run here: |本站没有运行：/, "")))
    .map((content) => `${part.tagName}.${part.className}: ${content}`))"""
MARKS = """() => ["claim", "claim absent", "claim untrue"].map((name) => {
  const link = document.querySelector("article a.claim")
  link.className = name
  const look = getComputedStyle(link)
  return {
    style: look.borderBottomStyle,
    width: parseFloat(look.borderBottomWidth),
    colour: look.borderBottomColor,
    ground: look.backgroundColor,
  }
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "en/fit/", "summary/", "en/first-training/", "mnist/", "en/errors/"])
def test_all_that_a_page_says_is_seen_and_a_style_says_nothing(
    browser: Browser, site: Site, path: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(site.address + path, wait_until="networkidle")
        assert page.evaluate(UNSEEN) == []
        assert page.evaluate(STYLED) == []
        plain, absent, untrue = page.evaluate(MARKS)
        assert plain["style"] == "dotted"
        assert min(mark["width"] for mark in (plain, absent, untrue)) >= 1
        assert plain["colour"] != absent["colour"]
        assert (untrue["style"], untrue["ground"]) != (plain["style"], plain["ground"])
        assert untrue["width"] >= plain["width"]
