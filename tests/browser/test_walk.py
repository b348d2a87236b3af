"""The way of one reader through the site, from the first page to the notebook on their own disk."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.tools.test_digit import STROKES, draw, opened


def test_a_reader_walks_through_the_site(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("#map-build + ul a").nth(1).click()
    expect(page).to_have_url(f"{site.address}sequential/")

    claim = page.locator("a.claim", has_text="784 × 32 + 32 = 25,120").first
    claim.hover()
    card = page.locator(".card:popover-open")
    expect(card).to_contain_text("count_params()→ 25,120")

    anchor = str(claim.get_attribute("href"))
    claim.click()
    card.get_by_role("link", name="看代码").click()
    expect(page).to_have_url(f"{site.address}sequential/{anchor}")
    proof = page.locator(anchor)
    expect(proof).to_be_in_viewport()
    expect(proof.locator("code")).to_contain_text("Sequential")

    heading = page.locator("h2[id=columns]")
    heading.evaluate("heading => heading.scrollIntoView()")
    page.locator(".other-language").click()
    expect(page).to_have_url(f"{site.address}en/sequential/#columns")
    expect(page.locator("h2[id=columns]")).to_be_in_viewport()
    page.locator(".other-language").click()
    expect(page).to_have_url(f"{site.address}sequential/#columns")

    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("参数")
    page.keyboard.press("Shift")
    expect(page.locator("a.md-search-result__link").first).to_contain_text("参数量怎么算")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("参数量怎么算")
    expect(page.locator("mark").first).to_be_attached()

    place = opened(page, site, "mnist/")
    draw(page, place, STROKES[7])
    expect(place.locator("[role=status]")).to_contain_text("网络的回答是 7，")

    with page.expect_download() as download:
        page.locator("a[href$='.ipynb']").first.click(modifiers=["Alt"])
    notebook = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    assert any("keras" in "".join(cell["source"]) for cell in notebook["cells"])


def test_the_palette_is_kept_from_page_to_page_and_across_languages(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    for path in ("en/counting/", "en/", "en/404.html", "counting/", "404.html"):
        page.goto(site.address + path)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("seen.violations") == []
