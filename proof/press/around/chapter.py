"""Writes a page as a chapter of a book to download: with pictures, and links that stay within the book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from proof.book import Claim, Fence, Figure, Item, Picture
from proof.check import JudgedPage
from proof.press import diagram
from proof.press.around.twin import Writer
from proof.press.expand import claim_title
from proof.press.notebook import alone

#: What links to a page of the book, and the id of a heading.
LINK = re.compile(r"(?<!!)\[([^\]\[]*)\]\(([^()\s:]+\.(?:md|ipynb)(?:#[\w-]+)?|#[\w-]+)\)")
HEADING_ID = re.compile(r"(?m)^(#+ .*?) \{ (#[\w-]+) \}$")

#: A title that gives itself no id, and the one that it gets.
BARE, TOP = re.compile(r"\A\s*# [^\n{]+(?=\n)"), "top"


def chapter(judged: JudgedPage, tops: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """A page as a chapter, and the pictures that it shows, by the names of their files.

    *tops* are the ids of the titles of all pages, by path.
    """
    writer = Chapter(judged, "", tops=tops)
    return writer.written(), writer.pictures


@dataclass
class Chapter(Writer):
    """Writes one page. `pictures` are the files that it shows, by name; `tops` the ids of all titles."""

    pictures: dict[str, str] = field(default_factory=dict)
    tops: Mapping[str, str] = field(default_factory=dict)

    def turned(self, text: str) -> str:
        """*text* in plain Markdown, but with its ids and its links to other chapters."""
        if found := BARE.search(text):
            text = f"{text[: found.end()]} {{ #{TOP} }}{text[found.end() :]}"
        text = HEADING_ID.sub(lambda found: f"{found[1]} {self.kept(f'{{{found[2]}}}')}", text)
        text = LINK.sub(lambda found: self.kept(f"[{found[1]}]({self.within(found[2])})"), text)
        return super().turned(text)

    def kept(self, text: str) -> str:
        """What stands for *text*, which stays as it is."""
        return f"\x01{self.put_aside(text)}\x01"

    def waiting(self, item: Item) -> str:
        """What stands for *item* until the words around it are turned."""
        if isinstance(item, Figure | Picture):
            return self.picture(item) or super().waiting(item)
        return super().waiting(item)

    def picture(self, item: Figure | Picture) -> str:
        """A picture as an image, whose file is put with the others; nothing where no run gave it."""
        part, verdict = self.judged.on(item)
        svg = part.shown
        if isinstance(item, Picture):
            if verdict.problem or part.run is None:
                return ""
            svg = alone(diagram.draw(part.run.value(item.expression), item.text))
        name = f"{self.page.path.partition('.')[0].replace('/', '-')}-{len(self.pictures)}.svg"
        self.pictures[name] = svg
        return self.kept(f"![{item.text}]({name})")

    def claim(self, claim: Claim) -> str:
        """A claim as a link to its code, whose title is its proof."""
        title = claim_title(self.judged, claim)[0].replace("\\", "\\\\").replace('"', '\\"')
        said = self.page.text[claim.start : claim.end][1:].rpartition("](")[0]
        return f'[{said}]({self.within(f"{claim.page}#{claim.anchor}")} "{title}"){{.claim}}'

    def blocks(self, fence: Fence) -> list[str]:
        """The same, in a place that links lead to."""
        first, *more = super().blocks(fence)
        return [f"::: {{#{fence.anchor}}}\n{first}\n:::" if fence.anchor else first, *more]

    def within(self, target: str) -> str:
        """Where a link to *target* leads in the book: to the top of a page, or to a place on it."""
        path, _, anchor = target.partition("#")
        if path and not anchor:
            anchor = self.tops.get(
                posixpath.normpath(posixpath.join(posixpath.dirname(self.page.path), path)), TOP
            )
        return f"{re.sub(r'[.]ipynb$', '.md', path)}#{anchor}"
