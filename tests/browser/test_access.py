"""What a screen reader and a keyboard find."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from tests.browser.conftest import MISSING, PAGES, Site

CHECK = "async () => (await axe.run({resultTypes: ['violations']})).violations"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES + MISSING)
def test_axe_finds_nothing_wrong(browser: Browser, site: Site, path: str, dark: bool) -> None:
    scheme: Literal["light", "dark"] = "dark" if dark else "light"
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.address + path)
        shown = page.evaluate("getComputedStyle(document.body).colorScheme")
        assert shown == scheme
        assert faults(page) == []


def faults(page: Page) -> list[str]:
    """What axe finds wrong on *page* as it is."""
    page.evaluate(AXE_SCRIPT)
    return [
        f"{wrong['id']} at {node['target']}: {node['failureSummary']}"
        for wrong in page.evaluate(CHECK)
        for node in wrong["nodes"]
    ]


def announced(session: CDPSession, claim: Locator) -> tuple[str, str, str]:
    """The role, the name and the description that Chromium gives a screen reader for *claim*."""
    claim.evaluate("link => { link.id = 'asked' }")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#asked"})["nodeId"]
    claim.evaluate("link => link.removeAttribute('id')")
    tree = session.send("Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False})
    role, name, description = (
        tree["nodes"][0].get(part, {}).get("value", "") for part in ("role", "name", "description")
    )
    return role, name, description


@pytest.mark.parametrize("path", ["sequential/", "en/sequential/", "changes/"])
def test_a_claim_is_announced_as_its_number_and_described_by_its_proof(
    page: Page, site: Site, path: str
) -> None:
    page.goto(site.address + path, wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "Accessibility"):
        session.send(f"{domain}.enable")
    claims = page.locator("a.claim")
    for place in range(0, claims.count(), 6):
        claim = claims.nth(place)
        claim.evaluate("link => link.closest('.code-note')?.showPopover()")
        text, proof = claim.inner_text(), claim.get_attribute("aria-description")
        assert proof
        assert announced(session, claim) == ("link", text, proof)
        claim.focus()
        assert announced(session, claim) == ("link", text, proof)


@pytest.mark.parametrize("path", ["sequential/", "en/sequential/"])
def test_the_keyboard_reaches_each_claim_in_order_and_the_proof_behind_it(
    page: Page, site: Site, path: str
) -> None:
    page.goto(site.address + path)
    claims = page.locator("a.claim").evaluate_all("links => links.map(link => link.hash)")
    assert claims
    reached: list[str] = []
    links = page.locator("article a, article summary, article label, article button, article input").count()
    page.locator("h1 .headerlink").focus()
    for _ in range(3 * links):
        page.keyboard.press("Tab")
        kinds, here = page.evaluate(
            "() => [[...document.activeElement.classList], document.activeElement.hash]"
        )
        if "mark" in kinds:
            page.keyboard.press("Enter")
            expect(page.locator(".code-note:popover-open")).to_be_focused()
        elif "claim" in kinds:
            reached.append(here)
        if len(reached) == len(claims):
            break
    assert reached == claims
    page.keyboard.press("Enter")
    expect(page.locator(".card:popover-open")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(claims[-1])
    page.wait_for_function(
        "id => { const top = document.getElementById(id).getBoundingClientRect().top;"
        " return top >= 0 && top < innerHeight }",
        arg=claims[-1].removeprefix("#"),
    )
