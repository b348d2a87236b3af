"""Judges the book against runs: what is wrong, as `file:line: message`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from proof import claims, parity, prose, records, wording
from proof.book import Book, Runs
from proof.items import Claim, Fence, Figure, Picture
from proof.lanes import HOMES, LANES, Lane
from proof.outcome import failure
from proof.pages import LANGUAGES, Page, PageError
from proof.records import RecordError
from proof.snippets import Snippet
from proof.sources import Source


@dataclass(frozen=True, eq=False)
class Judge:
    """What can be said of *book* in the light of *runs*."""

    book: Book
    runs: Runs
    known: dict[tuple[str, str], str | None] = field(default_factory=dict)
    claims: dict[tuple[str, Claim], str | None] = field(default_factory=dict)
    pages: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[str, list[str]] = field(default_factory=dict)

    def fence_problem(self, page: Page, fence: Fence) -> str | None:
        """What is wrong with a block of a page, as `file:line: message`; None if nothing."""
        if fence.reason and not fence.include:
            return None
        try:
            source = self.book.source_of(page, fence)
            self.book.fence_shown(page, fence)
        except PageError as error:
            return str(error)
        return self.source_problem(page, fence, source)

    def figure_problem(self, page: Page, figure: Figure) -> str | None:
        """What is wrong with a figure of a page, as `file:line: message`; None if nothing."""
        try:
            source = self.book.origin(page, figure)
        except PageError as error:
            return str(error)
        if not figure.text:
            return f"{page.name}:{figure.line}: {figure.path} has no text for those who cannot see it"
        if not (self.book.root / str(source.section)).is_file():
            command = f"python -m proof promote {source.snippet.path}"
            return f"{page.name}:{figure.line}: there is no {source.section}; `{command}` draws it"
        return self.source_problem(page, figure, source)

    def source_problem(self, page: Page, item: Fence | Figure, source: Source) -> str | None:
        """What is wrong with the run or the record behind *item*; None if nothing."""
        for lane in self.book.judged(source.snippet, source.lane):
            wrong = self.run_problem(source.snippet, lane)
            if wrong:
                return f"{page.name}:{item.line}: {wrong.splitlines()[0]}"
        return None

    def claim_problem(self, page: Page, claim: Claim) -> str | None:
        """What is wrong with a claim, as `file:line: message`; None if nothing."""
        name = page.name, claim
        if name not in self.claims:
            self.claims[name] = self.claim_problem_afresh(page, claim)
        return self.claims[name]

    def claim_problem_afresh(self, page: Page, claim: Claim) -> str | None:
        """The same, not remembered."""
        try:
            source = self.book.proof_of(page, claim)
        except PageError as error:
            return str(error)
        for lane in self.book.judged(source.snippet, source.lane):
            wrong = self.claim_problem_in(source.snippet, lane, claim)
            if wrong:
                return f"{page.name}:{claim.line}: {wrong}"
        return None

    def claim_problem_in(self, snippet: Snippet, lane: Lane, claim: Claim) -> str | None:
        """What is wrong with a claim in one lane; None if nothing."""
        run = self.runs.get((snippet.path, lane.name))
        if run is None:
            return f"{snippet.path} has not run in lane {lane.name}, so nothing proves “{claim.text}”"
        where = snippet.path if lane in HOMES else f"{snippet.path} in lane {lane.name}"
        try:
            value = run.value(claim.expression)
        except LookupError as error:
            failed = failure(snippet, run)
            if failed:
                return f"nothing proves “{claim.text}”: {failed.splitlines()[0]}"
            return (
                None
                if run.stand_ins
                else f"{claim.expression} cannot be evaluated at the end of {where}: {error}"
            )
        if run.stand_ins:
            return None
        if isinstance(claim, Picture):
            return (
                None
                if claim.text
                else f"the picture of {claim.expression} has no text for those who cannot see it"
            )
        wrong = claims.judge(claim.text, claim.expression, value)
        return wrong.replace(claim.expression, f"{claim.expression} of {where}", 1) if wrong else None

    def run_problem(self, snippet: Snippet, lane: Lane) -> str | None:
        """What is wrong with a snippet's run, or with its record; None if nothing."""
        name = snippet.path, lane.name
        if name not in self.known:
            self.known[name] = self.run_problem_afresh(snippet, lane)
        return self.known[name]

    def run_problem_afresh(self, snippet: Snippet, lane: Lane) -> str | None:
        """The same, not remembered."""
        run = self.runs.get((snippet.path, lane.name))
        if run is None:
            return f"{snippet.path}:1: it has not run in lane {lane.name}"
        try:
            wrong = failure(snippet, run)
            if wrong or not run.stand_ins:
                return wrong or records.difference(snippet, run)
            record = records.read(self.book.root, snippet.record(lane))
            return next(records.damaged_files(snippet, run, record), None)
        except RecordError as error:
            return str(error)

    def page_problems(self, page: Page) -> list[str]:
        """Everything that is wrong with one page."""
        if page.name not in self.pages:
            self.pages[page.name] = list(self.page_problems_afresh(page))
        return self.pages[page.name]

    def page_problems_afresh(self, page: Page) -> Iterator[str]:
        """The same, not remembered."""
        try:
            found = [(item.line, self.claim_problem(page, item)) for item in page.proofs]
            found += [(fence.line, self.fence_problem(page, fence)) for fence in page.fences]
            found += [(figure.line, self.figure_problem(page, figure)) for figure in page.figures]
        except PageError as error:
            yield str(error)
            return
        found += [(line, f"{page.name}:{line}: {wrong}") for line, wrong in self.unproven(page)]
        yield from (problem for _, problem in sorted(found, key=lambda item: item[0]) if problem)
        yield from wording.refused(page, self.book.terms)
        yield from wording.typography(page)
        yield from self.structure_problems(page)

    def unproven(self, page: Page) -> Iterator[tuple[int, str]]:
        """The line and the reason of each thing that the prose of a page says and nothing proves."""
        yield from prose.unproven(page, self.book.allowed, self.book.shown(page))
        for line, word in self.book.unknown_words(page):
            if not self.known_to_keras(page, word):
                yield (
                    line,
                    f"`{word}` occurs in nothing that this book shows, and Keras does not know it "
                    f"(words of other tools stand in {prose.NAMES})",
                )

    def known_to_keras(self, page: Page, word: str) -> bool:
        """Whether the Keras of one of the page's lanes knows *word*; true where none has run."""
        families = self.book.families(page)
        answers = [
            run.values[f"api({word!r})"].get("literal") == "True"
            for (_, lane), run in self.runs.items()
            if f"api({word!r})" in run.values and (not families or LANES[lane].family in families)
        ]
        return any(answers) or not answers

    def name_problems(self) -> Iterator[str]:
        """The proper names whose version is not the one that the library states."""
        for name in self.book.names:
            for (_, lane), run in self.runs.items():
                if lane == name.lane and name.library in run.versions:
                    version = run.versions[str(name.library)]
                    if f"{version}.".startswith(f"{name.version}."):
                        break
                    yield (
                        f"{prose.NAMES}:{name.line}: {name.text} is allowed on pages, but {name.library} "
                        f"in lane {lane} is {version}"
                    )
                    break

    def pair_problems(self, zh: Page, en: Page, aligned: bool = True) -> Iterator[str]:
        """Where the two languages of a page part; unless *aligned*, without looking at what was in line."""
        try:
            differences = list(parity.differences(zh, en))
        except PageError:
            return
        yield from differences
        if aligned and not differences:
            yield from parity.drift(zh, en, self.book.aligned)
        yield from wording.untranslated(zh, en, self.book.terms)

    def structure_problems(self, page: Page) -> Iterator[str]:
        """An id given twice, or a page that the other language lacks."""
        anchors: dict[str, int] = {}
        for fence in page.fences:
            if fence.anchor and fence.anchor in anchors:
                yield f"{page.name}:{fence.line}: #{fence.anchor} stands on line {anchors[fence.anchor]} too"
            if fence.anchor:
                anchors.setdefault(fence.anchor, fence.line)
        for language in LANGUAGES:
            if (language, page.path) not in self.book.pages:
                yield f"{page.name}:1: docs/{language}/{page.path} is missing; every page has both languages"

    def problems(self, aligned: bool = True) -> Iterator[str]:
        """Everything that is wrong, each as `file:line: message`, each once.

        Unless *aligned*, without looking at what was in line.
        """
        told: list[str] = []
        for snippet in self.book.snippets:
            found = [self.run_problem(snippet, lane) for lane in self.book.judged(snippet)]
            for problem in [snippet.problem] if snippet.problem else found:
                if problem:
                    told.append(problem.splitlines()[0])
                    yield problem
        for path in records.orphans(self.book.root):
            yield f"{path}:1: no snippet makes this record; delete it, or restore its snippet"
        for page in self.book.pages.values():
            for problem in self.page_problems(page):
                if not problem.endswith(tuple(told)):
                    yield problem
        for zh, en in self.book.pairs:
            if not aligned:
                yield from self.pair_problems(zh, en, aligned)
                continue
            if zh.path not in self.pairs:
                self.pairs[zh.path] = list(self.pair_problems(zh, en))
            yield from self.pairs[zh.path]
        yield from self.name_problems()

    def unverified(self) -> Iterator[str]:
        """What was not judged because a data set was not the real one, each as `file:line: message`."""
        for (path, lane), run in sorted(self.runs.items()):
            if run.stand_ins:
                yield f"{Snippet(self.book.root, path).record(LANES[lane])}:1: not verified in lane {lane}"
        for page in self.book.pages.values():
            content = page.contents
            items: list[Claim | Figure] = [*content.claims, *content.figures]
            for item in sorted(items, key=lambda item: item.line):
                with contextlib.suppress(PageError):
                    missing = self.missing_data(page, item)
                    if missing:
                        what = item.text if isinstance(item, Claim) else item.path
                        yield f"{page.name}:{item.line}: not verified for want of {missing}: “{what}”"

    def missing_data(self, page: Page, item: Claim | Figure | Fence) -> str:
        """The data sets for want of which *item* was not judged, in words; empty if it was.

        Raises:
            PageError: if *item* cites nothing.
        """
        source = self.book.origin(page, item)
        run = self.runs.get((source.snippet.path, source.lane.name))
        return ", ".join(run.stand_ins) if run else ""
