"""Says which scripts of a page run in its notebook, where, and why the others do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from proof import downloads, sections
from proof.book import Book
from proof.items import Fence
from proof.lanes import NOW
from proof.pages import Page, PageError
from proof.snippets import Snippet
from proof.sources import Source

SETS_VARIABLES = re.compile(r"(?m)^\s*os\.environ(?:\[.+\] = |\.(?:pop|setdefault|update)\()")


@dataclass(frozen=True)
class Plan:
    """Which fences of *page* become cells of code, and why the others do not."""

    book: Book
    page: Page

    @cached_property
    def sources(self) -> dict[Fence, Source]:
        """What each fence that includes something shows."""
        return {
            fence: self.book.source_of(self.page, fence)
            for fence in self.page.contents.fences
            if fence.include
        }

    @cached_property
    def scripts(self) -> dict[str, list[Fence]]:
        """The fences that show each script, by its path."""
        found: dict[str, list[Fence]] = {}
        for fence, source in self.sources.items():
            if not source.is_record:
                found.setdefault(source.snippet.path, []).append(fence)
        return found

    @cached_property
    def cells(self) -> dict[Fence, str | None]:
        """The fences that become cells, each with the section that runs there; None: the whole script."""
        return {
            fence: section
            for path, fences in self.scripts.items()
            if path not in self.reasons
            for fence, section in self.pieces(fences)
        }

    def pieces(self, fences: list[Fence]) -> list[tuple[Fence, str | None]]:
        """Where the script that *fences* show runs: in its sections, if they are all of it, or whole."""
        snippet = self.sources[fences[0]].snippet
        shown = [self.sources[fence].section for fence in fences]
        parts = [snippet.shown(section) for section in shown]
        if "".join(parts).split() == snippet.shown().split() and not apart(snippet):
            return list(zip(fences, shown, strict=True))
        return [(fences[shown.index(None) if None in shown else 0], None)]

    @cached_property
    def reasons(self) -> dict[str, str]:
        """The words for why scripts cannot run in the notebook, by path; those that can are left out."""
        return {path: why for path in self.scripts if (why := self.reason(path))}

    def reason(self, path: str) -> str | None:
        """The word for why a script cannot run in the notebook; None if it can."""
        source = self.sources[self.scripts[path][0]]
        if source.lane.family != NOW.family:
            return "then"
        if downloads.beside(self.book, source.snippet):
            return "beside"
        return "amid" if self.within_another(path) else None

    def within_another(self, path: str) -> bool:
        """Whether a script is shown between the sections of another one."""
        start = self.scripts[path][0].start
        return any(fences[0].start < start < fences[-1].start for fences in self.in_sections)

    @cached_property
    def in_sections(self) -> list[list[Fence]]:
        """The fences of each script that runs section by section."""
        return [fences for fences in self.scripts.values() if len(self.pieces(fences)) > 1]


def apart(snippet: Snippet) -> bool:
    """Whether a script must have a process of its own."""
    return snippet.fresh or bool(SETS_VARIABLES.search(snippet.source))


def offered(book: Book, page: Page) -> bool:
    """Whether there is something on *page* that runs in a notebook."""
    try:
        return bool(Plan(book, page).cells)
    except (PageError, sections.SectionError):
        return False


def notebook_of(page: Page) -> str:
    """The path of the notebook of *page*, as seen from the pages of its language."""
    return f"{page.path.removesuffix('.md')}.ipynb"
