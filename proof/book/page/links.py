"""Where the claims, pictures and figures of a page stand in its text.

A Markdown parser says what a link is and in which lines its paragraph stands, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from proof.book.page import PageError
from proof.book.page.items import Claim, Figure, Picture, asks, titled

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK_END = re.compile(
    r"""\]\(\s*(?:<(?P<within>[^<>\n]*)>|(?P<href>[^()\s]*))\s+"""
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\))\s*\)""",
    re.DOTALL,
)
IMAGE = re.compile(r"!\[[^\]]*\]\((?P<path>[^()\s]+)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
#: Inline code and escaped signs, in which no link begins or ends.
OPAQUE = re.compile(r"\\[^\w\s]|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Links:
    """The links and images of the page called *name*; each line of its *text* begins at one of *offsets*."""

    name: str
    text: str
    tokens: list[Token]
    offsets: list[int]

    @cached_property
    def transparent(self) -> str:
        """The page's text with blanks for what is opaque, so that each link is where it seems to be."""
        text = self.text
        for token in self.tokens:
            if token.type == "inline" and token.map is not None:
                start, end = (self.offsets[line] for line in token.map)
                seen = OPAQUE.sub(lambda match: " " * len(match[0]), text[start:end])
                text = text[:start] + seen + text[end:]
        return text

    @cached_property
    def proofs(self) -> list[Claim]:
        """The claims and the pictures, in order.

        Raises:
            PageError: if one is written so that its place cannot be found.
        """
        return [item for token in self.tokens if token.type == "inline" for item in self.proofs_in(token)]

    def proofs_in(self, token: Token) -> Iterator[Claim]:
        """The claims and pictures of one paragraph, heading or cell."""
        assert token.map is not None
        first, last = token.map
        start, end = self.offsets[first], self.offsets[last]
        place = self.text.find(token.content.split("\n")[0], start, end)
        brackets = re.compile(r"\]\(").finditer(self.transparent, max(place, start), end)
        ends = filter(None, (LINK_END.match(self.text, bracket.start()) for bracket in brackets))
        for kind, href, title, text in titled(token):
            page, _, anchor = unquote(href).partition("#")
            if not asks(href):
                continue
            match = next(
                (
                    end
                    for end in ends
                    if parsed(end) == (href, title)
                    and opening(self.transparent, end.start(), start) < end.start()
                ),
                None,
            )
            if match is None:
                raise PageError(
                    f"{self.name}:{first + 1}: the link to {href} cannot be located; "
                    'write it on one line as [text](#anchor "expression")'
                )
            yield kind(
                line=self.text.count("\n", 0, match.start()) + 1,
                start=opening(self.transparent, match.start(), start) - (kind is Picture),
                end=match.end(),
                text=text,
                page=page,
                anchor=anchor,
                expression=title,
            )

    @cached_property
    def figures(self) -> list[Figure]:
        """Every image that is no diagram, in order.

        Raises:
            PageError: if an image is written so that its place cannot be found.
        """
        found = []
        for token in self.tokens:
            images = [child for child in token.children or [] if child.type == "image"]
            if token.map is None or all(is_diagram(image) for image in images):
                continue
            first, last = token.map
            places = IMAGE.finditer(self.transparent, self.offsets[first], self.offsets[last])
            for image in images:
                if is_diagram(image):
                    continue
                path = unquote(str(image.attrGet("src")))
                place = next((place for place in places if place["path"] == path), None)
                if place is None:
                    raise PageError(
                        f"{self.name}:{first + 1}: the image {path} cannot be located; "
                        "write it on one line as ![text](path)"
                    )
                start, end = place.span()
                line = self.text.count("\n", 0, start) + 1
                found.append(Figure(line, start, end, image.content, path))
        return found


def parsed(link: re.Match[str]) -> tuple[str, str]:
    """The target and the title of a link as a Markdown parser understands what is written."""
    from markdown_it.common.normalize_url import normalizeLink
    from markdown_it.common.utils import unescapeAll

    title = next(link[name] for name in ("double", "single", "round") if link[name] is not None)
    return normalizeLink(unescapeAll(link["within"] or link["href"] or "")), unescapeAll(title)


def is_diagram(image: Token) -> bool:
    """Whether an image names what is to be drawn: a block, and an expression."""
    return bool(image.attrGet("title")) and "#" in str(image.attrGet("src"))


def opening(text: str, closing: int, first: int) -> int:
    """The offset, from *first* on, of the bracket that the one at *closing* closes; *closing* if none."""
    depth = 0
    for place in range(closing, first - 1, -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return closing
