"""What can be checked on a page, and how it is read from a Markdown parser's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from proof.common.text import lines

if TYPE_CHECKING:
    from markdown_it.token import Token

INCLUDE = re.compile(r'^--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"$')
#: The mark of a block whose lines have notes, in the list below it.
ANNOTATED = ".annotate"
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
    annotated: bool

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


@dataclass(frozen=True)
class Note:
    """A note on one line of the block above it, written on a line of the page, in so many `paragraphs`.

    `piece` is the inline code that it begins with, by which that line is known; empty if it begins otherwise.
    """

    line: int
    piece: str
    paragraphs: int

    def places(self, shown: str) -> list[int]:
        """The lines of a block, as *shown*, in which its piece stands; the first is 0."""
        return [place for place, line in enumerate(lines(shown)) if self.piece and self.piece in line]


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
        annotated=ANNOTATED in words,
    )


def notes_below(tokens: list[Token], fence: Fence) -> list[Note]:
    """The notes of the ordered list directly below *fence* in the *tokens* of a page; none without a list."""
    place = next(place for place, token in enumerate(tokens) if token.map and token.map[0] + 1 == fence.line)
    first, *rest = tokens[place + 1 :] or [tokens[place]]
    found: list[tuple[int, list[Token]]] = []
    for token in rest if first.type == "ordered_list_open" else ():
        if token.level <= first.level:
            break
        if token.type == "list_item_open" and token.level == first.level + 1 and token.map:
            found.append((token.map[0] + 1, []))
        elif token.nesting == 0:
            found[-1][1].append(token)
    return [Note(line, piece_of(within), len(within)) for line, within in found]


def piece_of(within: list[Token]) -> str:
    """The inline code with which the tokens *within* an item of a list begin; nothing if they do not."""
    children = within[0].children if within else None
    return children[0].content if children and children[0].type == "code_inline" else ""


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
    return link[1 : link.index("](")]
