"""Notices claims that have changed places: a sentence that names what another sentence's claim asks for.

Where a sentence names something in code type, and the claim of another sentence of the same block reaches for
just that, while the sentence's own claims do not, the two have been exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from proof.book import Page, asks

#: Where a sentence, or a part of one that says something of its own, ends.
END = re.compile(r"[。！？；：，、]|[.!?;:,](?=\s|$)")
NAME = re.compile(r"[A-Za-z_]\w{2,}")


@dataclass
class Sentence:
    """What one sentence says, the names in code type in it outside links, and what its claims ask."""

    words: str = ""
    named: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def exchanged(page: Page) -> Iterator[tuple[int, str]]:
    """The line of each sentence of *page* that names what the claim of another one asks for."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        found = sentences(token)
        for one in found:
            if not one.asked or any(reaches(one, name) for name in one.named):
                continue
            for name in one.named:
                others = [two for two in found if two is not one and name not in two.named]
                if any(reaches(two, name) for two in others):
                    yield (
                        token.map[0] + 1,
                        f"`{name}` is named here, but {one.asked[0]} does not ask for it, and the claim of "
                        "another sentence does: have they changed places?",
                    )


def reaches(sentence: Sentence, name: str) -> bool:
    """Whether a claim of *sentence* asks for what is called *name*."""
    return any(re.search(rf"\b{re.escape(name)}\b(?!\()", asked) for asked in sentence.asked)


def sentences(token: Token) -> list[Sentence]:
    """The sentences of a block."""
    found, within = [Sentence()], False
    for child in token.children or []:
        if child.type == "link_open":
            within = True
            if child.attrGet("title") and asks(str(child.attrGet("href"))):
                found[-1].asked.append(str(child.attrGet("title")))
        elif child.type == "link_close":
            within = False
        elif child.type == "code_inline":
            found[-1].words += f" {child.content} "
            if not within and NAME.fullmatch(child.content):
                found[-1].named.append(child.content)
        elif child.type == "text":
            first, *others = [child.content] if within else END.split(child.content)
            found[-1].words += first
            found += map(Sentence, others)
    return found
