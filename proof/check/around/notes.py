"""Holds the notes on lines of code against the code: each belongs to one line, and no other.

A block with `.annotate` has a list directly below it. Each of its items begins with a piece of the block in
inline code, by which the press finds the line whose end it marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.book import ANNOTATED, Fence, ResolvedPage, notes_below
from proof.common.text import lines


def misplaced(resolved: ResolvedPage) -> Iterator[tuple[int, str]]:
    """The line of each block or note of which it is not plain what belongs to what, and what to do."""
    for part in resolved.parts:
        fence = part.item
        if not isinstance(fence, Fence) or not fence.annotated or part.problem:
            continue
        if not fence.include:
            yield (
                fence.line,
                f"{ANNOTATED} marks a block that includes a script or a record; take it away here",
            )
            continue
        notes = notes_below(resolved.page.tokens, fence)
        if not notes:
            yield (
                fence.line,
                f"the block is marked {ANNOTATED}, but no numbered list stands directly below it; write one "
                "whose items begin with a piece of a line in inline code, or take the mark away",
            )
        before = 0
        for note in notes:
            if note.paragraphs > 1:
                yield note.line, "a note is one paragraph; say the rest below the list"
            places = note.places(part.shown)
            if not note.piece:
                yield note.line, "a note begins with a piece of the code of its line, in inline code"
            elif len(places) != 1:
                found = "no line" if not places else f"{len(places)} lines"
                yield (
                    note.line,
                    f"`{note.piece}` stands in {found} of the block above; begin the note with a piece that "
                    "stands in the one line that it is about",
                )
            elif places[0] < before:
                earlier = lines(part.shown)[places[0]].strip()
                yield (
                    note.line,
                    f"this note is on a line above that of the note before it: {earlier}; swap them",
                )
            else:
                before = places[0]
