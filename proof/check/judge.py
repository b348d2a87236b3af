"""Judges the book against runs: what is wrong, as `file:line: message`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from proof.book import (
    GLOSSARY,
    LANGUAGES,
    NAMES,
    Book,
    Claim,
    Fence,
    Figure,
    Item,
    Page,
    Picture,
    Resolved,
    ResolvedPage,
    Runs,
    resolve,
    sections_of,
)
from proof.check import addresses, buttons, claims, raw, strays, trusted
from proof.check.around import drawings, frames, notes, unrun, ways
from proof.check.words import listed, opposites, parity, prose, reach, spelled, wording
from proof.check.words.nearby import shown_near
from proof.record import RecordError, changes, records
from proof.run import HOMES, LANES, Lane, Run, Snippet, failure, sections


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is wrong with one item, as `file:line: message`; None if nothing.

    Of a block: `broken` is why there is nothing true to show in it, `fresh` what its run prints instead of
    what is recorded, `button` whether a page can run it.
    """

    problem: str | None
    broken: str | None = None
    fresh: str | None = None
    button: bool = False


@dataclass(frozen=True, eq=False)
class JudgedPage:
    """A resolved page, the verdict on each of its items, and all that is wrong with it."""

    resolved: ResolvedPage
    verdicts: Mapping[int, Verdict]
    problems: list[str]

    @property
    def page(self) -> Page:
        """The page."""
        return self.resolved.page

    def on(self, item: Item) -> tuple[Resolved, Verdict]:
        """What stands behind *item*, and the verdict on it."""
        return self.resolved.of(item), self.verdicts[id(item)]


@dataclass(frozen=True, eq=False)
class Judge:
    """What can be said of *book* in the light of *runs*."""

    book: Book
    runs: Runs
    known: dict[tuple[str, str], str | None] = field(default_factory=dict)
    resolved: dict[Page, ResolvedPage] = field(default_factory=dict)
    verdicts: dict[Page, dict[int, Verdict]] = field(default_factory=dict)
    pages: dict[Page, list[str]] = field(default_factory=dict)
    pairs: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def aligned(self) -> parity.Pairs:
        """The pairs of blocks that are known to say the same."""
        return parity.aligned(self.book.root)

    @cached_property
    def accepted(self) -> trusted.Accepted:
        """What the book is known to take on trust, and to hold."""
        return trusted.accepted(self.book.root)

    @cached_property
    def project(self) -> unrun.Project:
        """What the project says of itself, against which commands are held."""
        return unrun.project_at(self.book.root)

    def resolve(self, page: Page) -> ResolvedPage:
        """All that stands behind *page*."""
        if page not in self.resolved:
            self.resolved[page] = resolve(self.book, self.runs, page)
        return self.resolved[page]

    def verdicts_on(self, page: Page) -> dict[int, Verdict]:
        """The verdict on each item of *page*, by the item's identity."""
        if page not in self.verdicts:
            parts = self.resolve(page).parts
            self.verdicts[page] = {id(part.item): self.verdict(page, part) for part in parts}
        return self.verdicts[page]

    def judged(self, page: Page) -> JudgedPage:
        """All that is known of *page*."""
        return JudgedPage(self.resolve(page), self.verdicts_on(page), self.page_problems(page))

    def verdict(self, page: Page, part: Resolved) -> Verdict:
        """What is wrong with one item of *page*."""
        where, item = f"{page.name}:{part.item.line}", part.item
        if isinstance(item, Figure) and part.source and not item.text:
            return Verdict(f"{where}: {item.path} has no text for those who cannot see it")
        if part.problem or part.source is None:
            return Verdict(part.problem or None, broken=part.problem or None)
        unended = map(unended_in(item), part.lanes) if isinstance(item, Claim) else ()
        if wrong := next(filter(None, unended), None):
            return Verdict(f"{where}: {wrong}")
        if isinstance(item, Claim) and claims.proves_nothing(item.expression):
            asked = part.source.snippet.path
            return Verdict(f"{where}: {item.expression} asks nothing of {asked}, so it proves nothing")
        if isinstance(item, Claim):
            found = [self.claim_problem_in(item, part.source.snippet, lane, run) for lane, run in part.lanes]
        else:
            found = [self.run_problem(part.source.snippet, lane) for lane, _ in part.lanes]
        wrong = next(filter(None, found), None)
        problem = f"{where}: {wrong.splitlines()[0]}" if wrong else None
        if isinstance(item, Fence) and part.run:
            return self.verdict_on_block(part, part.run, problem)
        return Verdict(problem)

    def verdict_on_block(self, part: Resolved, run: Run, problem: str | None) -> Verdict:
        """The same of a block that has run; *problem* is what is wrong in any lane."""
        assert part.source is not None
        here = self.run_problem(part.source.snippet, part.source.lane)
        if not here:
            button = not problem and buttons.may_have_one(part.source, self.runs)
            return Verdict(problem, button=button)
        if part.source.is_record and not run.exit:
            try:
                rendered = records.render(part.source.snippet, run)
                return Verdict(problem, fresh=sections.body(rendered, str(part.source.section)))
            except (RecordError, sections.SectionError) as error:
                return Verdict(problem, broken=str(error))
        failed = not part.source.is_record and (run.exit or run.error)
        return Verdict(problem, broken=here.splitlines()[0] if failed else None)

    def claim_problem_in(self, claim: Claim, snippet: Snippet, lane: Lane, run: Run | None) -> str | None:
        """What is wrong with a claim about *snippet* in one lane; None if nothing."""
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
                return wrong or changes.difference(snippet, run)
            record = records.read(self.book.root, snippet.record(lane))
            return next(changes.damaged_files(snippet, run, record), None)
        except RecordError as error:
            return str(error)

    def page_problems(self, page: Page) -> list[str]:
        """Everything that is wrong with one page."""
        if page not in self.pages:
            self.pages[page] = list(dict.fromkeys(self.page_problems_afresh(page)))
        return self.pages[page]

    def page_problems_afresh(self, page: Page) -> Iterator[str]:
        """The same, not remembered."""
        if page.problem:
            yield page.problem
            return
        if page.front_problem:
            yield page.front_problem
        resolved, verdicts = self.resolve(page), self.verdicts_on(page)
        found = [(part.item.line, verdicts[id(part.item)].problem) for part in resolved.parts]
        for script in resolved.scripts.values():
            found += [(1, script.problem), *((1, wrong) for wrong in prose.unproven_remarks(script.snippet))]
        doubts = [*self.unproven(page), *spelled.unproven(self.book, page), *frames.misnamed(resolved)]
        doubts += notes.misplaced(resolved)
        doubts += [
            *drawings.misdescribed(self.book, resolved),
            *reach.exchanged(page),
            *opposites.opposed(page),
        ]
        doubts += [*self.by_the_rest(page), *raw.shown_raw(page)]
        found += [(line, f"{page.name}:{line}: {wrong}") for line, wrong in doubts]
        yield from (problem for _, problem in sorted(found, key=lambda item: item[0]) if problem)
        yield from wording.refused(page, self.book.terms)
        yield from wording.typography(page)
        yield from self.structure_problems(page)

    def by_the_rest(self, page: Page) -> list[tuple[int, str]]:
        """What is wrong with *page* by what the rest of the book says: its other pages, scripts and lists."""
        if page.problem:
            return []
        return [
            *trusted.fewer_claims(self.accepted, page),
            *ways.astray(self.book, page),
            *unrun.doubtful(self.book, self.project, page),
            *listed.unlisted(self.book, page),
        ]

    def unproven(self, page: Page) -> Iterator[tuple[int, str]]:
        """The line and the reason of each thing that the prose of a page says and nothing proves."""
        yield from prose.unproven(page, self.book.allowed, self.book.shown(page), shown_near(self.book, page))
        for line, word in self.book.unknown_words(page):
            if not self.known_to_keras(page, word):
                yield (
                    line,
                    f"`{word}` occurs in nothing that this book shows, and Keras does not know it "
                    f"(words of other tools stand in {NAMES})",
                )

    def known_to_keras(self, page: Page, word: str) -> bool:
        """Whether the Keras of one of the page's lanes knows *word*; true where none has run."""
        families = self.book.families(page)
        answers = [
            value.get("literal") == "True"
            for family, value in self.answers.get(f"api({word!r})", ())
            if "unended" not in value and (not families or family in families)
        ]
        return any(answers) or not answers

    @cached_property
    def answers(self) -> dict[str, list[tuple[str, Mapping[str, str]]]]:
        """What the Keras of each family of lanes answered, by what it was asked."""
        found: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
        for (_, lane), run in self.runs.items():
            for asked, value in run.values.items():
                if asked.startswith("api("):
                    found.setdefault(asked, []).append((LANES[lane].family, value))
        return found

    def name_problems(self) -> Iterator[str]:
        """The proper names whose version is not the one that the library states."""
        for name in self.book.names:
            for (_, lane), run in self.runs.items():
                if lane == name.lane and name.library in run.versions:
                    version = run.versions[str(name.library)]
                    if f"{version}.".startswith(f"{name.version}."):
                        break
                    yield (
                        f"{NAMES}:{name.line}: {name.text} is allowed on pages, but {name.library} "
                        f"in lane {lane} is {version}"
                    )
                    break

    def term_problems(self) -> Iterator[str]:
        """The terms that are introduced in a section that is not there."""
        for term in self.book.terms:
            path, _, section = term.introduced.partition("#")
            for language in LANGUAGES if term.introduced else ():
                page = self.book.pages.get((language, path))
                if page is None or (page.readable and section not in headings(page)):
                    yield (
                        f"{GLOSSARY}:{term.line}: {term.zh} is introduced in {term.introduced}, but "
                        f"docs/{language} has no such section; name the page and the id of a heading"
                    )

    def pair_problems(self, zh: Page, en: Page, aligned: bool = True) -> Iterator[str]:
        """Where the two languages of a page part; unless *aligned*, without looking at what was in line."""
        if zh.problem or en.problem:
            return
        differences = list(parity.differences(zh, en))
        yield from differences
        if aligned and not differences:
            yield from parity.drift(zh, en, self.aligned)
        yield from wording.untranslated(zh, en, self.book.terms)

    def structure_problems(self, page: Page) -> Iterator[str]:
        """An id given twice, or a page that the other language lacks."""
        anchors = headings(page)
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
        for path in records.orphans(self.book.root, self.book.by_path):
            yield f"{path}:1: no snippet makes this record; delete it, or restore its snippet"
        yield from strays.strays(self.book.root)
        for page in self.book.pages.values():
            for problem in self.page_problems(page):
                if not problem.endswith(tuple(told)):
                    yield problem
                if not problem.startswith("docs/"):
                    told.append(problem)
        for zh, en in self.book.pairs:
            if not aligned:
                yield from self.pair_problems(zh, en, aligned)
                continue
            if zh.path not in self.pairs:
                self.pairs[zh.path] = list(self.pair_problems(zh, en))
            yield from self.pairs[zh.path]
        yield from addresses.misplaced(self.book)
        yield from addresses.missing(self.book)
        yield from addresses.misnamed(self.book)
        yield from addresses.unlinked(self.book)
        yield from spelled.unused(self.book)
        yield from trusted.losses(self.book, buttons.lines(self.book, self.runs, self.accepted))
        yield from self.name_problems()
        yield from self.term_problems()


def unended_in(claim: Claim) -> Callable[[tuple[Lane, Run | None]], str | None]:
    """What to say of *claim* in a lane in which it, or one before it, was not answered; None elsewhere."""

    def said(found: tuple[Lane, Run | None]) -> str | None:
        lane, run = found
        value = run.values.get(claim.expression, {}) if run else {}
        if run is None or "unended" not in value:
            return None
        culprit = value["unended"]
        where = run.snippet if lane in HOMES else f"{run.snippet} in lane {lane.name}"
        if culprit != claim.expression:
            return f"nothing proves “{claim.text}”, for {culprit} {value['error']} after {where}"
        return f"{culprit} {value['error']} after {where}; ask for less, or for what the script has kept"

    return said


def headings(page: Page) -> dict[str, int]:
    """The lines of the headings of *page*, by the ids that they give themselves."""
    return {section.anchor: section.first for section in reversed(sections_of(page)) if section.anchor}
