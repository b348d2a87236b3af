"""Judged pages come in; what a reader gets goes out: text, notebooks, drawings, cards. Looks nothing up.

An edition is all of it, kept. `proof.press.press`, which makes editions, imports much that a build of a kept
one can do without, so it is imported where one must be made, and not here. Knows nothing of what shows the
pages. May call `check`, `book`, `record`, `run` and `common`.
"""

from proof.press.around.llms import Listed, llms
from proof.press.around.notes import with_marks
from proof.press.cards import card
from proof.press.downloads import linked
from proof.press.edition import Digests, Edition, Leaf, Sites, held_against, kept, made_by

__all__ = [
    "Digests",
    "Edition",
    "Leaf",
    "Listed",
    "Sites",
    "card",
    "held_against",
    "kept",
    "linked",
    "llms",
    "made_by",
    "with_marks",
]
