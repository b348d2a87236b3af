"""The whole book: pages, snippets, records and runs held against one another.

The site, the tests and the command line all ask here, so that each sees what the others see.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from proof import claims, pages, prose, records, snippets
from proof.lanes import HOMES, Lane
from proof.pages import Claim, Fence, Page, PageError, Picture, readable
from proof.records import RecordError
from proof.runner import Request, failure
from proof.runs import Run
from proof.sections import SectionError
from proof.snippets import Snippet

Runs = dict[tuple[str, str], Run]


@dataclass(frozen=True)
class Source:
    """What a fence shows: a snippet, or the record of one in a lane."""

    snippet: Snippet
    lane: Lane
    section: str | None
    is_record: bool


class Book:
    """All that stands below *root*, read afresh, and held against runs in *lanes*.

    Lanes that are not installed are set aside as `absent`: what they would prove is not judged.
    """

    def __init__(self, root: Path, lanes: Iterable[Lane] = HOMES) -> None:
        self.root = root
        self.hold_against(lanes)

    def hold_against(self, lanes: Iterable[Lane]) -> None:
        """Choose the lanes whose runs decide."""
        self.lanes = {lane.name: lane for lane in lanes}
        self.absent = [name for name, lane in self.lanes.items() if not lane.ready]

    @cached_property
    def snippets(self) -> list[Snippet]:
        """Every snippet."""
        return snippets.find(self.root)

    @cached_property
    def names(self) -> list[str]:
        """The proper names with digits."""
        return prose.names(self.root)

    @cached_property
    def pages(self) -> dict[tuple[str, str], Page]:
        """Every page, by language and path."""
        return {
            (page.language, page.path): page
            for language in pages.LANGUAGES
            for page in pages.find(self.root, language)
        }

    def judged(self, snippet: Snippet, like: Lane | None = None) -> list[Lane]:
        """The lanes in which *snippet* is run here; only those that share a record with *like*."""
        if snippet.problem:
            return []
        found = [lane for lane in snippet.lanes if lane.name in self.lanes and lane.name not in self.absent]
        if like is None:
            return found
        return [lane for lane in found if snippet.record(lane) == snippet.record(like)]

    @cached_property
    def expressions(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """What claims ask of each snippet in each lane, from every readable claim."""
        asked: dict[tuple[str, str], set[str]] = {}
        for page in self.pages.values():
            for claim in readable(page)[1] + readable(page)[2]:
                try:
                    source = self.proof_of(page, claim)
                except PageError:
                    continue
                for lane in self.judged(source.snippet, source.lane):
                    asked.setdefault((source.snippet.path, lane.name), set()).add(claim.expression)
        return {name: tuple(sorted(found)) for name, found in asked.items()}

    def requests(self, only: list[Snippet] | None = None) -> list[Request]:
        """What must have run for every page to be judged, or for the snippets in *only*.

        A snippet that cannot be read is left out; `problems` names it.
        """
        wanted = self.snippets if only is None else only
        return [
            Request(snippet, lane, self.expressions.get((snippet.path, lane.name), ()))
            for snippet in wanted
            if snippet.problem is None
            for lane in self.judged(snippet)
        ]

    def source_of(self, page: Page, fence: Fence) -> Source:
        """What *fence* includes.

        Raises:
            PageError: if it includes nothing that can be shown.
        """
        where = f"{page.name}:{fence.line}"
        if fence.include is None:
            raise PageError(
                f"{where}: nothing checks this block; include a snippet or a record, or say why "
                'it cannot be checked: ``` { .text data-unchecked="reason" }'
            )
        path, section = fence.include
        made_by = records.snippet_of(self.root, path)
        if made_by:
            if made_by[0].problem:
                raise PageError(f"{where}: {made_by[0].problem}")
            if section is None:
                raise PageError(f"{where}: name the section of the record: {path}:stdout")
            return Source(*made_by, section, is_record=True)
        snippet = Snippet(self.root, path)
        if not path.startswith(f"{snippets.FOLDER}/") or not path.endswith(".py"):
            raise PageError(f"{where}: {path} is neither a snippet nor a record of one")
        if not (self.root / path).is_file():
            raise PageError(f"{where}: there is no snippet {path}")
        if snippet.problem:
            raise PageError(f"{where}: {snippet.problem}")
        return Source(snippet, snippet.lanes[0], section, is_record=False)

    def proof_of(self, page: Page, claim: Claim) -> Source:
        """The snippet and lane that a claim cites.

        Raises:
            PageError: if it cites no fence that includes one.
        """
        path = page.path
        if claim.page:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), claim.page))
        cited = self.pages.get((page.language, path))
        fences = [fence for fence in readable(cited)[0] if fence.anchor == claim.anchor] if cited else []
        if cited is None or not fences:
            raise PageError(
                f"{page.name}:{claim.line}: the claim “{claim.text}” cites {claim.page}#{claim.anchor}, "
                "but no block there has that id"
            )
        return self.source_of(cited, fences[0])

    def fence_shown(self, page: Page, fence: Fence) -> str:
        """The text that a reader sees in *fence*: the snippet, or what is recorded of it.

        Raises:
            PageError: if there is no such thing.
        """
        source = self.source_of(page, fence)
        where = f"{page.name}:{fence.line}"
        included = fence.include[0] if fence.include else None
        try:
            if not source.is_record:
                text = source.snippet.shown(source.section)
            else:
                text = records.shown(self.root, str(included), str(source.section))
        except (SectionError, RecordError) as error:
            raise PageError(f"{where}: {included}: {error}") from None
        if "```" in text:
            raise PageError(f"{where}: the included text holds a fence of its own")
        return text

    def fence_problem(self, page: Page, fence: Fence, runs: Runs) -> str | None:
        """What is wrong with a block of a page, as `file:line: message`; None if nothing."""
        if fence.reason and not fence.include:
            return None
        try:
            source = self.source_of(page, fence)
            self.fence_shown(page, fence)
        except PageError as error:
            return str(error)
        for lane in self.judged(source.snippet, source.lane):
            wrong = self.run_problem(source.snippet, lane, runs)
            if wrong:
                return f"{page.name}:{fence.line}: {wrong.splitlines()[0]}"
        return None

    def claim_problem(self, page: Page, claim: Claim, runs: Runs) -> str | None:
        """What is wrong with a claim, as `file:line: message`; None if nothing."""
        try:
            source = self.proof_of(page, claim)
        except PageError as error:
            return str(error)
        for lane in self.judged(source.snippet, source.lane):
            wrong = self.claim_problem_in(source.snippet, lane, claim, runs)
            if wrong:
                return f"{page.name}:{claim.line}: {wrong}"
        return None

    def claim_problem_in(self, snippet: Snippet, lane: Lane, claim: Claim, runs: Runs) -> str | None:
        """What is wrong with a claim in one lane; None if nothing."""
        run = runs.get((snippet.path, lane.name))
        if run is None:
            return f"{snippet.path} has not run in lane {lane.name}, so nothing proves “{claim.text}”"
        where = snippet.path if lane in HOMES else f"{snippet.path} in lane {lane.name}"
        try:
            value = run.value(claim.expression)
        except LookupError as error:
            failed = failure(snippet, run)
            if failed:
                return f"nothing proves “{claim.text}”: {failed.splitlines()[0]}"
            return f"{claim.expression} cannot be evaluated at the end of {where}: {error}"
        if isinstance(claim, Picture):
            return (
                None
                if claim.text
                else f"the picture of {claim.expression} has no text for those who cannot see it"
            )
        wrong = claims.judge(claim.text, claim.expression, value)
        return wrong.replace(claim.expression, f"{claim.expression} of {where}", 1) if wrong else None

    def run_problem(self, snippet: Snippet, lane: Lane, runs: Runs) -> str | None:
        """What is wrong with a snippet's run, or with its record; None if nothing."""
        run = runs.get((snippet.path, lane.name))
        if run is None:
            return f"{snippet.path}:1: it has not run in lane {lane.name}"
        try:
            return failure(snippet, run) or records.difference(snippet, run)
        except RecordError as error:
            return str(error)

    def page_problems(self, page: Page, runs: Runs) -> Iterator[str]:
        """Everything that is wrong with one page."""
        try:
            found = [(item.line, self.claim_problem(page, item, runs)) for item in page.proofs]
            found += [(fence.line, self.fence_problem(page, fence, runs)) for fence in page.fences]
        except PageError as error:
            yield str(error)
            return
        found += [(line, f"{page.name}:{line}: {wrong}") for line, wrong in self.unproven_digits(page)]
        yield from (problem for _, problem in sorted(found, key=lambda item: item[0]) if problem)
        yield from self.structure_problems(page)

    def unproven_digits(self, page: Page) -> Iterator[tuple[int, str]]:
        """The line and the reason of each digit in the prose of a page that nothing proves."""
        shown = []
        for fence in page.fences:
            try:
                shown.append(self.fence_shown(page, fence) if fence.include else fence.body)
            except PageError:
                continue
        return prose.unproven(page, self.names, "\n".join(shown))

    def structure_problems(self, page: Page) -> Iterator[str]:
        """An id given twice, or a page that the other language lacks."""
        anchors: dict[str, int] = {}
        for fence in page.fences:
            if fence.anchor and fence.anchor in anchors:
                yield f"{page.name}:{fence.line}: #{fence.anchor} stands on line {anchors[fence.anchor]} too"
            if fence.anchor:
                anchors.setdefault(fence.anchor, fence.line)
        for language in pages.LANGUAGES:
            if (language, page.path) not in self.pages:
                yield f"{page.name}:1: docs/{language}/{page.path} is missing; every page has both languages"

    def problems(self, runs: Runs) -> Iterator[str]:
        """Everything that is wrong, each as `file:line: message`, each once."""
        told: list[str] = []
        for snippet in self.snippets:
            found = [self.run_problem(snippet, lane, runs) for lane in self.judged(snippet)]
            for problem in [snippet.problem] if snippet.problem else found:
                if problem:
                    told.append(problem.splitlines()[0])
                    yield problem
        for path in records.orphans(self.root):
            yield f"{path}:1: no snippet makes this record; delete it, or restore its snippet"
        for page in self.pages.values():
            for problem in self.page_problems(page, runs):
                if not problem.endswith(tuple(told)):
                    yield problem

    def count(self) -> str:
        """How much there is to check, in words."""
        fences = [fence for page in self.pages.values() for fence in readable(page)[0]]
        return (
            f"{len(self.pages)} pages, {len(fences)} fences "
            f"({sum(bool(fence.reason and not fence.include) for fence in fences)} with a reason), "
            f"{sum(len(readable(page)[1]) for page in self.pages.values())} claims, "
            f"{sum(len(readable(page)[2]) for page in self.pages.values())} pictures, "
            f"{len(self.snippets)} snippets, {len(self.requests())} runs in "
            f"{', '.join(name for name in self.lanes if name not in self.absent)}"
            + "".join(f"; NOT RUN: lane {name} is not installed" for name in self.absent)
        )
