"""A reader who presses *Run*, and what the page then shows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from conftest import BOOK
from tests.browser.conftest import Site

#: For how long a start may take on a machine that does much else, in milliseconds.
PATIENCE = 120_000
#: What the page says of output that is its record.
SAME = {"zh": "与本页的记录一致。", "en": "Same as this page’s record."}
BUTTON = re.compile(r'<div id="([^"]+)"[^>]*\sdata-live="([^"]+)"(?: data-section="([^"]+)")?')
#: Settled once the block neither runs nor waits.
IDLE = """block => {
  const live = block.querySelector(".live")
  const said = block.querySelector(".live__bar [role=status]")
  return live && !live.hasAttribute("aria-busy") && said.textContent
}"""


@dataclass(frozen=True)
class Shown:
    """What a page shows after a run: the output, how it compares, and what is said of it."""

    output: str
    verdict: str
    status: str


def buttons(site: Site, path: str) -> list[tuple[str, str, str]]:
    """The blocks of a page that may run: the id of each, its script, and its section."""
    return [(anchor, script, section or "") for anchor, script, section in BUTTON.findall(site.html(path))]


def pages_with_buttons(language: str) -> list[str]:
    """The pages of a language on which a script of today's Keras is shown, in the order of the menu."""
    folder = "" if language == "zh" else "en/"
    return [folder + BOOK.pages[language, path].folder for path in BOOK.menu]


def block(page: Page, anchor: str) -> Locator:
    """The block with this id."""
    return page.locator(f"[id='{anchor}']")


def press(place: Locator) -> None:
    """Press *Run* in a block, in whatever tab it stands."""
    place.locator(".live__run").evaluate("button => button.click()")


def shown(place: Locator) -> Shown:
    """Wait for the run of a block, and read what it shows."""
    handle = place.element_handle()
    assert handle is not None
    place.page.wait_for_function(IDLE, arg=handle, timeout=PATIENCE)
    return Shown(
        place.locator(".live__output > .highlight code").first.text_content() or "",
        place.locator(".live__verdict").text_content() or "",
        place.locator(".live__bar [role=status]").text_content() or "",
    )


def run(place: Locator) -> Shown:
    """Press *Run* in a block, and read what it shows."""
    press(place)
    return shown(place)


def write(place: Locator, code: str) -> None:
    """Put *code* into the editor of a block."""
    place.locator("textarea").evaluate(
        "(field, code) => { field.value = code; field.dispatchEvent(new Event('input', {bubbles: true})) }",
        code,
    )


def record(site: Site, script: str) -> dict[str, Any]:
    """The record of a script, as the site hands it to its pages."""
    read: dict[str, Any] = json.loads((site.folder / f"live/snippets/{script}.json").read_text("utf-8"))
    return read


def otherwise(page: Page, site: Site, path: str) -> dict[str, str]:
    """Press each button of the page at *path*; what those show that do not print its record, by their ids."""
    page.goto(site.address + path)
    language = "en" if path.startswith("en/") else "zh"
    wrong = {}
    for anchor, script, section in buttons(site, path):
        seen = run(block(page, anchor))
        about = record(site, script)
        if not section and not about["stderr"] and not about["error"] and seen.output != about["output"]:
            wrong[anchor] = seen.output
        if seen.verdict != SAME[language]:
            wrong[anchor] = f"{seen.verdict} {seen.status}"
    return wrong
