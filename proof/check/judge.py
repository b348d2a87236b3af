"""Judges the book against runs: what is wrong, as `file:line: message`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from proof.book import (
    GLOSSARY,
    LANGUAGES,
    NAMES,
    Book,
    Item,
    Page,
    Resolved,
    ResolvedPage,
    Runs,
    resolve,
    sections_of,
)
from proof.check import addresses, buttons, raw, strays, trusted
from proof.check.around import drawings, frames, notes, unrun, ways
from proof.check.verdicts import Verdict, Verdicts
from proof.check.words import listed, opposites, parity, prose, reach, spelled, wording
from proof.check.words.nearby import shown_near
from proof.record import records
from proof.run import LANES


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

    @cached_property
    def items(self) -> Verdicts:
        """What can be said of single items."""
        return Verdicts(self.book.root, self.runs, self.known)

    def resolve(self, page: Page) -> ResolvedPage:
        """All that stands behind *page*."""
        if page not in self.resolved:
            self.resolved[page] = resolve(self.book, self.runs, page)
        return self.resolved[page]

    def verdicts_on(self, page: Page) -> dict[int, Verdict]:
        """The verdict on each item of *page*, by the item's identity."""
        if page not in self.verdicts:
            parts = self.resolve(page).parts
            self.verdicts[page] = {id(part.item): self.items.on(page, part) for part in parts}
        return self.verdicts[page]

    def judged(self, page: Page) -> JudgedPage:
        """All that is known of *page*."""
        return JudgedPage(self.resolve(page), self.verdicts_on(page), self.page_problems(page))

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
            found = [self.items.run_problem(snippet, lane) for lane in self.book.judged(snippet)]
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


def headings(page: Page) -> dict[str, int]:
    """The lines of the headings of *page*, by the ids that they give themselves."""
    return {section.anchor: section.first for section in reversed(sections_of(page)) if section.anchor}
