"""How ten pages look, in both languages, light, dark and on a phone: as in the pictures that are kept.

`tests/browser/pictures` keeps the first screen of each, small, with the fonts in which it was shown. Where a
machine shows them in others, they are not compared. `make pictures` keeps how they look now.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Page

from conftest import ROOT
from tests.browser.conftest import Site

#: Where to put pictures of whole pages, for people to look at.
FOLDER = os.environ.get("SCREENSHOTS")
#: Whether how the pages look now is to be kept.
ACCEPTED = os.environ.get("PICTURES") == "accept"
KEPT = Path(__file__).with_name("pictures")
#: Where a picture lies that is not as the kept one.
FOUND = ROOT / ".cache" / "pictures"
SHOWN = ["", *(f"{name}/" for name in ("what", "version", "sequential", "summary", "counting"))]
SHOWN += ["functional/", "compile/", "mnist/", "404.html"]
DESK = {"width": 1280, "height": 900}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True},
}
#: How many times smaller than the screen a kept picture is, and how many colours it has.
SMALLER = {"light": 3, "dark": 3, "phone": 2}
COLOURS = 48
#: The side of a place, in pixels of a kept picture; how far its colour may be off, of 255; and how much of a
#: picture may be further off. Browsers smooth letters each in their way: that stays within a few shades.
PLACE, SHADES, MOST = 10, 8, 0.01
#: The parts of a page whose letters may be in fonts of their own.
WRITTEN = ("h1", "article p", "article code", "article pre code")


def fonts(page: Page) -> str:
    """The fonts in which *page* is shown."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found: set[str] = set()
    for part in WRITTEN:
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": part})["nodeId"]
        if node:
            shown = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            found |= {font["familyName"] for font in shown}
    return ", ".join(sorted(found))


def taken(page: Page, smaller: int) -> Image.Image:
    """The first screen of *page*, so many times *smaller*."""
    shot = page.screenshot(animations="disabled", scale="css")
    return Image.open(io.BytesIO(shot)).convert("RGB").reduce(smaller)


def off(kept: Image.Image, now: Image.Image) -> float:
    """How much of a picture, from 0 to 1, is another than the one that is *kept*."""
    if kept.size != now.size:
        return 1.0
    places = [image.convert("RGB").reduce(PLACE).get_flattened_data() for image in (kept, now)]
    pairs = zip(*places, strict=True)
    differ = [max(abs(a - b) for a, b in zip(*pair, strict=True)) > SHADES for pair in pairs]
    return differ.count(True) / len(differ)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_look_as_they_did(browser: Browser, site: Site, language: str, look: str) -> None:
    changed, others = [], set()
    with browser.new_context(**LOOKS[look], reduced_motion="reduce") as context:
        page = context.new_page()
        for path in SHOWN:
            page.goto(site.address + ("en/" if language == "en" else "") + path, wait_until="networkidle")
            wide = page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
            assert not wide, f"{path} is wider than a {look} screen"
            name = f"{path.removesuffix('/').removesuffix('.html') or 'index'}.{language}.{look}.png"
            if FOLDER:
                page.screenshot(path=Path(FOLDER) / name, full_page=look != "phone")
            now, shown_in = taken(page, SMALLER[look]), fonts(page)
            if ACCEPTED:
                keep(now, KEPT / name, shown_in)
                continue
            with Image.open(KEPT / name) as kept:
                if kept.info.get("Fonts") != shown_in:
                    others.add(f"{shown_in}, in place of {kept.info.get('Fonts')}")
                elif (share := off(kept, now)) > MOST:
                    keep(now, FOUND / name, shown_in)
                    changed.append(f"{name}: {share:.1%} of it is another")
    assert changed == [], f"look at them in {FOUND}; if they are meant, `make pictures` keeps them"
    if others:
        pytest.skip(f"not compared, because the font is another: {'; '.join(sorted(others))}")


def keep(picture: Image.Image, file: Path, shown_in: str) -> None:
    """Write *picture* into *file*, with its fonts."""
    about = PngInfo()
    about.add_text("Fonts", shown_in)
    file.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, optimize=True, pnginfo=about)
