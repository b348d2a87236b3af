"""Pictures of ten pages in both languages, light, dark and on a phone, for people to look at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site

FOLDER = os.environ.get("SCREENSHOTS")
SHOWN = ["", *(f"{name}/" for name in ("what", "version", "sequential", "summary", "counting"))]
SHOWN += ["functional/", "compile/", "mnist/", "404.html"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True},
}


@pytest.mark.skipif(FOLDER is None, reason="`make screenshots` takes them")
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pictures_are_taken(browser: Browser, site: Site, language: str, look: str) -> None:
    with browser.new_context(**LOOKS[look], reduced_motion="reduce") as context:
        page = context.new_page()
        for path in SHOWN:
            page.goto(site.address + ("en/" if language == "en" else "") + path)
            name = path.removesuffix("/").removesuffix(".html") or "index"
            file = Path(str(FOLDER)) / f"{name}.{language}.{look}.png"
            page.screenshot(path=file, full_page=look != "phone")
            wide = page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
            assert not wide, f"{path} is wider than a {look} screen"
