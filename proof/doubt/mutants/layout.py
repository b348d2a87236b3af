"""Where on a page what stands: prose, claims, code, links; and pairs of places in both languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from proof.book import FRONT_MATTER, HEADING_ID, Claim, Page
from proof.check import parity
from proof.doubt.mutants.kinds import COMPARED, UNRUN
from proof.doubt.mutants.mutant import Change, Mutant

CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)")
LINK = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]"
    r"\((?P<target><[^>\n]*>|[^()\s]*)(?:\s+\"(?P<title>[^\"\n]*)\")?\)"
)
ALT = re.compile(r"!\[(?P<words>[^\]\n]*)\]\((?P<target>[^()\s]*)[^\n]*?\)")
HTML = re.compile(r"<[^<>\n]+>")
MARK = re.compile(r"(?m)^ *///.*$")


@dataclass(frozen=True)
class Site:
    """A place on a page that a mutant changes, of a kind; `key` is what both languages call it."""

    kind: str
    start: int
    end: int
    after: str
    key: Hashable = None


class Layout:
    """What stands where on *page*; `unrun` are the offsets of claims that ask a lane that has not run."""

    def __init__(self, page: Page, unrun: frozenset[int] = frozenset()) -> None:
        self.page, self.text, self.unrun = page, page.text, unrun

    @cached_property
    def labels(self) -> list[str]:
        """For each sign of the text, what it is part of."""
        found = ["prose"] * len(self.text)

        def mark(start: int, end: int, label: str) -> None:
            found[start:end] = [label] * (end - start)

        for match in MARK.finditer(self.text):
            mark(*match.span(), "mark")
        for token in self.page.tokens:
            if token.type == "html_block" and token.map:
                mark(self.page.offsets[token.map[0]], self.page.offsets[token.map[1]], "html")
        for match in HTML.finditer(self.text):
            mark(*match.span(), "html")
        for match in HEADING_ID.finditer(self.text):
            mark(*match.span(), "id")
        for match in LINK.finditer(self.text):
            mark(match.start("target"), match.end(), "target")
            mark(*match.span("words"), "link")
        for match in CODE.finditer(self.text):
            mark(*match.span(), "code")
        for match in ALT.finditer(self.text):
            mark(match.start("target"), match.end(), "target")
            mark(*match.span("words"), "alt")
        for claim in self.page.claims:
            begin, _ = self.words_of(claim)
            mark(claim.start, claim.end, "expression")
            mark(begin, begin + len(self.link_of(claim)), "claim")
        for fence in self.page.fences:
            mark(fence.start, fence.end, "include" if fence.include else "command")
        if head := FRONT_MATTER.match(self.text):
            mark(head.start(), head.end(), "front")
            for match in re.finditer(r"(?m)^(?:title|description): (.+)$", head[0]):
                mark(*match.span(1), "front words")
        return found

    def words_of(self, claim: Claim) -> tuple[int, int]:
        """Where the text of *claim* stands."""
        return claim.start + 1, claim.start + 1 + len(self.link_of(claim))

    def link_of(self, claim: Claim) -> str:
        """The text of *claim* as it is written."""
        link = self.text[claim.start : claim.end]
        end = link.find(f"]({claim.page}#{claim.anchor}")
        return link[1 : end if end > 0 else link.rindex("](")]

    def only(self, *labels: str) -> str:
        """The text of these parts, with a sign that is in none of them for all others."""
        found, start = "", 0
        for label, length in self.runs:
            found += self.text[start : start + length] if label in labels else "\0" * length
            start += length
        return found

    @cached_property
    def runs(self) -> list[tuple[str, int]]:
        """What the text consists of, one after another, and how long each is."""
        return [(label, len(list(signs))) for label, signs in groupby(self.labels)]

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the lines of the page's blocks begin, in order."""
        return sorted({self.page.offsets[block.line - 1] for block in parity.blocks(self.page)})

    def block_at(self, offset: int) -> int:
        """The number of the line of blocks in which *offset* lies."""
        return bisect_right(self.starts, offset)

    def keyed(self, sites: Iterable[Site]) -> dict[Hashable, Site]:
        """The *sites* by what names them in both languages: kind, block, key, and which of those it is."""
        count, found = Counter[Hashable](), dict[Hashable, Site]()
        unrun = [(claim.start, claim.end) for claim in self.page.claims if claim.start in self.unrun]
        for site in sites:
            if site.kind not in COMPARED and any(start <= site.start < end for start, end in unrun):
                site = replace(site, kind=UNRUN)  # noqa: PLW2901 - the same, by another name
            name = (site.kind, self.block_at(site.start), site.key)
            count[name] += 1
            found[(*name, count[name])] = site
        return found

    def change(self, site: Site) -> Change | None:
        """*site* in the page's file; None if it is not written there in one piece."""
        start, end = self.page.in_file(site.start, site.end)
        before = self.text[site.start : site.end]
        if self.page.written[start:end] != before or before == site.after:
            return None
        line = self.page.written.count("\n", 0, start) + 1
        return Change(self.page.name, start, end, before, site.after, line)


Sites = Callable[[Layout], Iterator[Site]]


def paired(ours: Layout, theirs: Layout, sites: Sites, alone: bool = True) -> Iterator[Mutant]:
    """The mutants at *sites*: of both languages where both have one, else, if *alone*, of one."""
    here, there = ours.keyed(sites(ours)), theirs.keyed(sites(theirs))
    for name in dict.fromkeys([*here, *there]):
        both = [layout.change(side[name]) for layout, side in ((ours, here), (theirs, there)) if name in side]
        changes = tuple(dict.fromkeys(change for change in both if change))
        if None not in both and (alone or len(both) > 1):
            site = here.get(name) or there[name]
            yield Mutant(site.kind, changes)
