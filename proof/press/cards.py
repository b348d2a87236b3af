"""Draws the card that stands for a page where a link to it is shared: its title, on paper, under the seal.

No font for Chinese can be counted on where the site is built, so the book has one of its own, cut down to
the characters of its pages. `make card-font` cuts it anew. A card is kept until its words, the font, the
seal or this file change.
"""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from proof.book import LANGUAGES, Page, PageError, pages
from proof.common.complaint import commanded
from proof.common.files import digest, digest_of, text_of, write_atomically
from proof.common.places import ROOT

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageFont import FreeTypeFont

FONT, SEAL, KEPT = "docs/card-font.otf", "theme/assets/seal.svg", ".cache/cards"
SITES = {
    "zh": ("Keras 实证教程", "每个脚本都运行过，每个数字都有出处"),
    "en": ("Keras, Proven", "every script has run, every number has its proof"),
}
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, SIDE = 96, 104
#: Where the title may stand, and how far apart its lines are.
TOP, ROOM, LEADING = 210, 270, 1.4
PAPER, INK, FAINT, VERMILION = "#fdfcf9", "#22272e", "#565d66", "#a63a24"

#: What a line is broken between: words, and single characters of Chinese, with their punctuation.
PIECE = re.compile(r"[“（《「]*[\u3400-\u9fff][，。：；、？！”）》」…]*\s*|[^\s\u3400-\u9fff、]+、?\s*|\s+")
#: Where a title is broken first, if it must be.
COLON = re.compile(r"(?<=：)|(?<=: )")


def card(page: Page) -> Path:
    """The file of the card of *page*, drawn if it is not kept.

    Raises:
        PageError: if its front matter cannot be read, or the font lacks a character of its title.
    """
    words = page.front["title"], *SITES[page.language]
    files = Path(__file__), page.root / FONT, page.root / SEAL
    made_of = [*map(digest_of, files), *words]
    file = page.root / KEPT / f"{digest(json.dumps(made_of))[:32]}.png"
    if not file.exists():
        if wrong := unwritable(page):
            raise PageError(wrong)
        font, seal = (page.root / FONT).read_bytes(), text_of(page.root, SEAL)
        try:
            stamp(seal, SIDE)
        except (KeyError, IndexError, ValueError):
            raise PageError(f"{SEAL}:1: the seal is not drawn from the numbers that it should have") from None
        write_atomically(file, drawn(font, seal, *words))
    return file


def unwritable(page: Page) -> str | None:
    """What the font of the cards cannot write of the title of *page*, as `file:line: message`."""
    try:
        known = characters((page.root / FONT).read_bytes())
    except FileNotFoundError:
        return None
    except Exception:
        return f"{FONT}:1: this is no font; `make card-font` cuts it anew"
    missing = "".join(dict.fromkeys(sorted(set(page.front["title"]) - known)))
    if not missing:
        return None
    line = page.text.count("\n", 0, page.text.index("title")) + 1
    return f"{page.name}:{line}: the font of the cards lacks “{missing}”; `make card-font` cuts it anew"


@cache
def characters(font: bytes) -> set[str]:
    """What *font* can write."""
    from fontTools.ttLib import TTFont

    return {chr(code) for code in TTFont(io.BytesIO(font)).getBestCmap()}


def drawn(font: bytes, seal: str, title: str, site: str, motto: str) -> bytes:
    """A card as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, PAPER)
    image.paste(stamp(seal, SIDE), (MARGIN, 76))
    draw = ImageDraw.Draw(image)
    size, lines = laid_out(title, font)
    top = TOP + (ROOM - len(lines) * size * LEADING) / 2
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * size * LEADING), line, INK, face(font, size))
    for x in range(MARGIN, WIDTH - MARGIN, 16):
        draw.ellipse((x, 514, x + 5, 519), VERMILION)
    draw.text((MARGIN, 540), motto if title == site else f"{site} · {motto}", FAINT, face(font, 30))
    kept = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def face(font: bytes, size: int) -> FreeTypeFont:
    """*font* in one size."""
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)


def laid_out(title: str, font: bytes) -> tuple[int, list[str]]:
    """The largest size in which *title* has room, and its lines."""
    return next(
        (size, lines)
        for size in (84, 76, 68, 60, 52, 44, 36, 1)
        if len(lines := broken(title, face(font, size))) * size * LEADING <= ROOM
    )


def broken(title: str, face: FreeTypeFont) -> list[str]:
    """*title* in lines that fit."""
    most = WIDTH - 2 * MARGIN
    lines: list[str] = []
    for part in [title] if face.getlength(title) <= most else COLON.split(title, maxsplit=1):
        lines.append("")
        for piece in PIECE.findall(part):
            if lines[-1] and face.getlength((lines[-1] + piece).rstrip()) > most:
                lines.append("")
            lines[-1] += piece
    return [line.strip() for line in lines]


@cache
def stamp(seal: str, side: int) -> Picture:
    """The seal as a picture, drawn from the numbers in its SVG."""
    from PIL import Image, ImageDraw

    scale = 4 * side / 32
    image = Image.new("RGB", (4 * side, 4 * side), PAPER)
    draw = ImageDraw.Draw(image)
    numbers = dict(re.findall(r'\b(x|rx|width|stroke-width)="([\d.]+)"', seal))
    low, high = float(numbers["x"]) * scale, (float(numbers["x"]) + float(numbers["width"])) * scale
    draw.rounded_rectangle((low, low, high, high), float(numbers["rx"]) * scale, VERMILION)
    width = float(numbers["stroke-width"]) * scale
    for stroke in re.findall(r'd="M([^"]+)"', seal)[0].split("M"):
        points = [tuple(float(at) * scale for at in point.split()) for point in stroke.split("L")]
        draw.line(points, PAPER, round(width), joint="curve")
        for x, y in points:
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), PAPER)
    return image.resize((side, side), Image.Resampling.LANCZOS)


def used(root: Path) -> set[str]:
    """The characters that can be typed, and those of all pages, in case they come to stand in a title."""
    found = set("".join(page.text for language in LANGUAGES for page in pages.find(root, language)))
    own = "".join(word for words in SITES.values() for word in words)
    return found | set(own) | {"·"} | {chr(code) for code in range(32, 127)}


def cut(source: Path, root: Path) -> None:
    """Cut the font of the cards out of *source*, Noto Serif CJK, whose third face is the Chinese one."""
    from fontTools import subset

    options = subset.Options(font_number=2, layout_features=[], hinting=False, name_IDs=[0, 13, 14])
    font = subset.load_font(io.BytesIO(source.read_bytes()), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(used(root))))
    cutter.subset(font)
    kept = io.BytesIO()
    font.save(kept)
    write_atomically(root / FONT, kept.getvalue())


def main(source: str) -> int:
    """Cut the font out of the file at *source*; return the exit code."""
    from fontTools.ttLib import TTLibError

    return commanded(
        lambda: cut(Path(source), ROOT),
        f"{FONT} is as it was",
        lambda error: f"{source}: {error}" if isinstance(error, TTLibError) else None,
    )
