"""Holds what a page shows against what was judged: the site's Markdown may read a text otherwise than ours.

The text is made into HTML as the site does it. Each block, claim and picture stands there as it was judged,
nothing else does, and no sign of their notation is left over.
"""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from proof.book import FRONT_MATTER, SETTINGS, Figure, Notebook, Page, Picture
from proof.check import DIGITS, JudgedPage, seen
from proof.common.files import digest, digest_of, load, save
from proof.press.cards import unwritable
from proof.press.edition import made_by
from proof.press.expand import drawing, expand, fence_body

KEPT = ".cache/shown.json"
#: What a text holds where something was to be read that was not.
LEFT = re.compile(r"\]\(|\{[ :]*[.#][\w-]|--8<--|(?m:^\s*(?:`{3}|~{3}|/{3}))|\[\^")
#: What the press adds to a page.
ADDED = ("verified", "stamp", "term", "unpromoted", "reached")
#: What MkDocs reads with, whatever its settings say.
ALWAYS = ("toc", "tables", "fenced_code")


class Shown(HTMLParser):
    """Collects what a page shows: its blocks, its claims, how many pictures, and the other text."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.claims: list[str] = []
        self.pictures = 0
        self.text: list[str] = []
        self.inside: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        classes = (given.get("class") or "").split()
        if tag == "pre":
            self.inside.append((tag, "block"))
            self.blocks.append("")
        elif tag == "a" and "claim" in classes:
            self.inside.append((tag, "claim"))
            self.claims.append("")
        elif tag in ("figure", "script", "style") or (tag in ("p", "small") and set(classes) & set(ADDED)):
            self.inside.append((tag, "added"))
        elif self.inside and tag == self.inside[-1][0]:
            self.inside.append((tag, self.inside[-1][1]))
        elif not self.inside:
            self.text += [f" {given[name]} " for name in ("title", "alt", "aria-label") if given.get(name)]
        self.pictures += tag in ("figure", "img")
        if tag not in ("a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"):
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1][0] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        kind = self.inside[-1][1] if self.inside else "text"
        if kind == "block":
            self.blocks[-1] += data
        elif kind == "claim":
            self.claims[-1] += data
        elif kind == "text":
            self.text.append(data)


class Reader:
    """Reads pages as the site does, each text once: what was wrong with it is kept beside the runs."""

    def __init__(self, root: Path) -> None:
        self.file, self.settings = root / KEPT, root / SETTINGS[0]
        try:
            self.known: dict[str, list[str]] = load(self.file)
        except (OSError, ValueError):
            self.known = {}
        self.used: dict[str, list[str]] = {}
        self.engine = made_by({})

    def misread(self, judged: JudgedPage, expanded: str | None = None) -> list[str]:
        """Where a page shows something else than was judged, as `file:line: message`."""
        page, text = judged.page, expand(judged) if expanded is None else expanded
        made_of = [page.name, page.readable and page.text, text, digest_of(self.settings), self.engine]
        key = digest(json.dumps(made_of))
        self.used[key] = self.known[key] if key in self.known else list(misread(judged, text))
        return self.used[key]

    def keep(self) -> None:
        """Keep what was used since the beginning."""
        if self.used != self.known:
            save(self.file, self.used)
            self.known = self.used


def misread(judged: JudgedPage, expanded: str) -> Iterator[str]:
    """The same, not kept; *expanded* is the text of the page."""
    page = judged.page
    if page.problem:
        return
    if not page.front_problem and (wrong := unwritable(page)):
        yield wrong
    reader = markdown(page.root)
    if reader is None:
        return
    head = FRONT_MATTER.match(expanded)
    shown = Shown()
    shown.feed(reader.reset().convert(expanded[head.end() if head else 0 :]))
    shown.close()
    for line, message in differences(judged, shown):
        yield f"{page.name}:{line}: {message}"


def differences(judged: JudgedPage, shown: Shown) -> Iterator[tuple[int, str]]:
    """The line and the reason of each difference; of those of one kind the first."""
    page = judged.page
    blocks = [
        (fence.line, fence_body(judged, fence)[1] if fence.include else fence.body)
        for fence in page.fences
        if not is_cell(page, fence.include)
    ]
    yield from first_difference(blocks, shown.blocks, "block", str.rstrip)
    claims = [(claim.line, claim.text) for claim in page.claims]
    yield from first_difference(claims, shown.claims, "claim", lambda text: " ".join(text.split()))
    items: list[Picture | Figure] = [*page.pictures, *page.figures]
    drawn = sum("<figure" in drawing(judged, item) for item in items)
    if shown.pictures != drawn:
        yield 1, f"the page shows {shown.pictures} pictures, of which {drawn} were judged"
    text = "".join(shown.text)
    if left := LEFT.search(text):
        around = " ".join(text[max(0, left.start() - 30) : left.end() + 30].split())
        yield place_of(page, left[0].strip()), f"the site does not understand this, and shows it: …{around}…"
    unseen = Counter(DIGITS.findall(text)) - Counter(DIGITS.findall(" ".join(seen(page))))
    for digits in unseen:
        yield place_of(page, digits), f"“{digits}” is shown, but stands where nothing judges it"


def first_difference(
    judged: list[tuple[int, str]], shown: list[str], kind: str, settled: Any
) -> Iterator[tuple[int, str]]:
    """Where what is *shown* is first not what was *judged*, with the line in the page."""
    last = judged[-1][0] if judged else 1
    for expected, found in zip_longest(judged, shown):
        if expected is None:
            yield last, f"the site shows a {kind} that was not judged: {brief(found)}"
        elif found is None:
            yield expected[0], f"the site does not show this {kind}; write it as CONTRIBUTING has it"
        elif settled(found) != settled(expected[1]):
            yield expected[0], f"the site shows this {kind} otherwise: {parted(expected[1], found)}"
        else:
            continue
        return


def parted(expected: str, found: str) -> str:
    """The first place where two texts part, with what follows in each."""
    place = next((n for n, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), len(found))
    return f"{brief(found[place:])} for {brief(expected[place:])}"


def brief(text: str) -> str:
    """The beginning of *text*, with what cannot be seen spelled out."""
    return repr(text[:30])


def is_cell(page: Page, include: tuple[str, str | None] | None) -> bool:
    """Whether a block is a cell of *page* itself, which something else shows."""
    return isinstance(page, Notebook) and include is not None and include[0] == page.name


def place_of(page: Page, text: str) -> int:
    """The line of *page* on which *text* first stands below the front matter; 1 if on none."""
    head = FRONT_MATTER.match(page.text)
    place = page.text.find(text, head.end() if head else 0)
    return page.text.count("\n", 0, place) + 1 if place >= 0 else 1


def markdown(root: Path) -> Any:
    """What makes HTML of the pages of the book below *root*: as its settings say, but without colours.

    None if they cannot be read, or name what is not there: MkDocs says what is wrong with them.
    """
    try:
        return markdown_of((root / SETTINGS[0]).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


@functools.lru_cache(maxsize=2)
def markdown_of(settings: str) -> Any:
    """The same, as *settings* say."""

    class Loader(yaml.SafeLoader):
        """Reads settings of MkDocs, whose tags mean nothing here."""

    Loader.add_multi_constructor("!", lambda *_: None)
    try:
        configured = yaml.load(settings, Loader)["markdown_extensions"]  # noqa: S506 - it is a safe one
        options = {name: dict(given or {}) for name, given in configured.items()}
        options["pymdownx.highlight"] = {**options.get("pymdownx.highlight", {}), "use_pygments": False}
        return Markdown(extensions=[*ALWAYS, *options], extension_configs=options)
    except Exception:
        return None
