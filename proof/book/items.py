"""What can be checked on a page, and how it is read from a Markdown parser's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

INCLUDE = re.compile(r'^--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"$')
ATTRIBUTE = re.compile(r"""(?P<name>[\w-]+)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")


@dataclass(frozen=True)
class Fence:
    """A block of code. `start` and `end` are offsets of its lines in the page's text."""

    line: int
    start: int
    end: int
    language: str
    anchor: str | None
    title: str | None
    reason: str | None
    body: str
    indented: bool

    @cached_property
    def include(self) -> tuple[str, str | None] | None:
        """The path and the section that the block includes, if it is an include and no more."""
        match = INCLUDE.match(self.body.strip())
        return (match["path"], match["section"]) if match and not self.indented else None


@dataclass(frozen=True)
class Claim:
    """A link whose title is an expression. `start` and `end` are offsets in the page's text."""

    line: int
    start: int
    end: int
    text: str
    page: str
    anchor: str
    expression: str


@dataclass(frozen=True)
class Picture(Claim):
    """A diagram: an image whose title is an expression that gives a graph; `text` describes it."""


@dataclass(frozen=True)
class Figure:
    """An image: a picture that a snippet showed, at `path` as seen from the page; `text` describes it."""

    line: int
    start: int
    end: int
    text: str
    path: str


#: Anything on a page that can be checked.
Item = Fence | Claim | Figure


def as_fence(token: Token, offsets: list[int]) -> Fence:
    """A fence from its token."""
    assert token.map is not None
    first, last = token.map
    info = token.info.strip()
    attributes = {
        match["name"]: match["double"] or match["single"] or "" for match in ATTRIBUTE.finditer(info)
    }
    bare = ATTRIBUTE.sub("", info).strip("{} ")
    words = bare.split()
    named = [word.lstrip(".") for word in words if not word.startswith("#")]
    anchors = [word[1:] for word in words if word.startswith("#")]
    return Fence(
        line=first + 1,
        start=offsets[first],
        end=offsets[last],
        language=named[0] if named else "",
        anchor=anchors[0] if anchors else None,
        title=attributes.get("title"),
        reason=attributes.get("data-unchecked"),
        body=token.content,
        indented=token.type == "code_block",
    )


def asks(target: str) -> bool:
    """Whether a title asks something where a link or an image leads to *target*: an id in this book.

    Anywhere else a title is words, which a reader sees as a tooltip.
    """
    return "#" in target and "://" not in target and not target.endswith("#")


def titled(token: Token) -> Iterator[tuple[type[Claim], str, str, str]]:
    """Kind, target, title and bare text of the links and images with a title in an inline token."""
    current: Token | None = None
    text = ""
    for child in token.children or []:
        if child.type == "link_open" and child.attrGet("title"):
            current, text = child, ""
        elif child.type == "link_close" and current is not None:
            yield Claim, str(current.attrGet("href")), str(current.attrGet("title")), text
            current = None
        elif child.type == "image" and child.attrGet("title"):
            yield Picture, str(child.attrGet("src")), str(child.attrGet("title")), child.content
        elif child.type in ("text", "code_inline"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak"):
            text += " "


def without_proof(link: str) -> str:
    """The text of a claim as it is written, without the rest of its *link*."""
    return link[1 : link.rindex("](")]
