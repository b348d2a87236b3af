"""A printed page reads well: dark on light, whole, and without what only a screen can use."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PAGES, Site

#: The width of A4 between usual margins, in pixels of CSS.
PAPER = 718
SCREEN_ONLY = ".md-header, .md-sidebar, .md-footer, .md-top, .md-code__nav, .report, .headerlink"
CUT = """() => [...document.querySelectorAll("article :is(pre, table, figure, svg)")]
  .filter((part) => part.checkVisibility())
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1
    || (part.matches("pre, table") && part.scrollWidth > part.clientWidth + 1))
  .map((part) => part.outerHTML.slice(0, 120))"""
HIDDEN = """() => [...document.querySelectorAll("article :is(pre, .tabbed-labels > label)")]
  .filter((part) => part.textContent.trim() && !part.checkVisibility({contentVisibilityAuto: true}))
  .map((part) => part.outerHTML.slice(0, 120))"""
LIGHTNESS = """(name) => {
  const style = getComputedStyle(document.querySelector(name))
  const canvas = new OffscreenCanvas(1, 1).getContext("2d")
  const light = (color) => {
    canvas.fillStyle = "#fff"
    canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data
    return (r + g + b) / 765
  }
  return [light(style.color), light(style.backgroundColor)]
}"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_or_left_out(browser: Browser, site: Site, path: str) -> None:
    with browser.new_context(
        viewport={"width": PAPER, "height": 1000}, color_scheme="dark", reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(site.address + path, wait_until="networkidle")
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == []
        assert page.evaluate(HIDDEN) == []
        shown = page.locator(SCREEN_ONLY).evaluate_all(
            "parts => parts.filter(part => part.checkVisibility())"
        )
        assert shown == []
        code = ["article code"] if page.locator("article code").count() else []
        for part in ("body", "article p", *code):
            ink, paper = page.evaluate(LIGHTNESS, part)
            assert ink < 0.5, f"the words of {part} are printed pale"
            assert paper > 0.9, f"what is behind {part} is printed dark"


def test_what_was_printed_is_no_larger_than_the_code(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/sequential/")
    page.emulate_media(media="print")
    size = "code => parseFloat(getComputedStyle(code).fontSize)"
    code, output = (
        page.locator(f"{name} pre > code").evaluate(size) for name in ("#from-list", "#from-list-output")
    )
    assert output <= code


def test_the_proof_stands_beside_the_number(browser: Browser, site: Site) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}en/sequential/")
        beside = "link => getComputedStyle(link, '::after').content"
        claim = page.locator("p a.claim", has_text="784 × 32 + 32 = 25,120").first
        assert claim.evaluate(beside) == "none"
        page.emulate_media(media="print")
        assert "count_params() → 25,120" in claim.evaluate(beside)
        page.goto(f"{site.address}en/changes/")
        assert page.locator("td a.claim").first.evaluate(beside) == "none"
        assert len(re.findall(rb"/Type */Page\b", page.pdf(format="A4"))) < 6
