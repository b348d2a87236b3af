"""Makes mutants: the book with one thing changed, in both languages alike where both say it.

A mistaken author changes both. What only one language has, or is made in one on purpose, says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.doubt.mutants import files, frames, numbers, proofs, turned
from proof.doubt.mutants.kinds import ASKED, COMPARED, HELD, KINDS, NOT_HELD, RUN
from proof.doubt.mutants.layout import Layout, Sites, paired
from proof.doubt.mutants.mutant import Change, Mutant, change, next_number

__all__ = [
    "ASKED",
    "COMPARED",
    "HELD",
    "KINDS",
    "NOT_HELD",
    "RUN",
    "Change",
    "Layout",
    "Mutant",
    "change",
    "files",
    "next_number",
    "of_pages",
    "of_proofs",
]

#: What is changed in both languages, or in the one that has it.
EITHER: tuple[Sites, ...] = (
    numbers.digits,
    numbers.words,
    proofs.texts,
    proofs.exchanged,
    frames.blocks,
    frames.commands,
    frames.links,
    frames.ids,
    frames.pictures,
)
#: What is changed only where both have it.
BOTH: tuple[Sites, ...] = (turned.words, frames.labels, frames.headings, frames.cells, frames.gone)


def of_pages(zh: Layout, en: Layout) -> Iterator[Mutant]:
    """The mutants of both languages of a page; of a notebook, those of its words."""
    for sites in EITHER:
        yield from paired(zh, en, sites)
    for sites in BOTH:
        yield from paired(zh, en, sites, alone=False)
    for layout in (zh, en):
        changes = ((site, layout.change(site)) for site in frames.lost(layout))
        yield from (Mutant(site.kind, (change,)) for site, change in changes if change)


def of_proofs(zh: Layout, en: Layout) -> Iterator[Mutant]:
    """The mutants of expressions, which must be run."""
    for sites in (numbers.expressions, proofs.asked):
        yield from (mutant for mutant in paired(zh, en, sites) if mutant.kind in ASKED)
