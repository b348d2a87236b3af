"""By which ids pages can be linked to, and to which ids they link.

Of a page that is not rendered again MkDocs does not know either, yet a link to it, or from it, may break.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import Files


@dataclass(frozen=True)
class Anchors:
    """The ids that one page has, and its links to ids as written, by the page that they lead to and by id."""

    present: list[str]
    linked: Mapping[str, Mapping[str, str]]


def noted(files: Files) -> dict[str, Anchors]:
    """The anchors of the rendered pages among *files*, by path."""
    return {
        file.src_uri: Anchors(
            sorted(file.page.present_anchor_ids or ()),
            {to.src_uri: links for to, links in (file.page.links_to_anchors or {}).items()},
        )
        for file in files.documentation_pages()
        if file.page
    }


def restore(files: Files, known: Mapping[str, Anchors]) -> None:
    """Have the pages among *files* that are not rendered be linked as is *known* of them."""
    for path, anchors in known.items():
        file = files.src_uris[path]
        assert file.page is not None
        file.page.present_anchor_ids = set(anchors.present)
        file.page.links_to_anchors = {
            files.src_uris[to]: dict(links) for to, links in anchors.linked.items() if to in files.src_uris
        }
