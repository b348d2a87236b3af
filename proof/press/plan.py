"""Says which scripts of a page run in its notebook, where, and why the others do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from proof.book import Fence, Notebook, Page, Resolved, ResolvedPage, Source
from proof.run import NOW, Snippet

SETS_VARIABLES = re.compile(r"(?m)^\s*os\.environ(?:\[.+\] = |\.(?:pop|setdefault|update)\()")


@dataclass(frozen=True)
class Plan:
    """Which fences of a page become cells of code, and why the others do not."""

    resolved: ResolvedPage

    @cached_property
    def blocks(self) -> dict[Fence, Resolved]:
        """What each fence that includes something shows."""
        return {
            part.item: part for part in self.resolved.parts if isinstance(part.item, Fence) and part.source
        }

    @cached_property
    def sources(self) -> dict[Fence, Source]:
        """The snippet or the record behind each of them."""
        return {fence: part.source for fence, part in self.blocks.items() if part.source}

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
        script = self.resolved.scripts[self.sources[fences[0]].snippet.path]
        shown = [self.sources[fence].section for fence in fences]
        parts = [self.blocks[fence].shown for fence in fences]
        if "".join(parts).split() == script.text.split() and not apart(script.snippet):
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
        if source.lane != NOW:
            return "packages"
        if self.resolved.scripts[path].beside:
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
    """Whether a script must have a process of its own; a notebook is one as it stands."""
    return not snippet.cells and (snippet.fresh or bool(SETS_VARIABLES.search(snippet.source)))


def offered(resolved: ResolvedPage) -> bool:
    """Whether all of a page can be shown in a notebook, and something on it runs there."""
    whole = not any(part.problem for part in resolved.parts) and not resolved.problem
    return whole and bool(Plan(resolved).cells)


def notebook_of(page: Page) -> str:
    """The path of the notebook of *page*, as seen from the pages of its language."""
    name = page.path.removesuffix(".md").removesuffix(".ipynb")
    return f"{name}/{name}.ipynb" if isinstance(page, Notebook) else f"{name}.ipynb"
