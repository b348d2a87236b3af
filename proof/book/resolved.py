"""Resolves a page once: all that stands behind it, as plain data, so that nobody else looks anything up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from proof.book.book import Book, Found, Runs
from proof.book.glossary import LISTED
from proof.book.page import PageError
from proof.book.page.items import Fence, Figure, Item
from proof.book.page.notebook import Notebook
from proof.book.page.page import LANGUAGES, Page
from proof.book.sources import Source
from proof.book.words import minutes, needs
from proof.common.complaint import BookError
from proof.common.files import digest_of, text_of
from proof.record import absent, records
from proof.run import Lane, Run, SectionError, Snippet, sections


@dataclass(frozen=True, eq=False)
class Resolved:
    """An item of a page, and what stands behind it, or the `problem` why nothing does.

    `shown` is the text of a block, or the SVG of a figure. `run` is that of the lane that the item is about;
    `lanes` are all that must agree with it, each with its run. Either may not have run.
    """

    item: Item
    source: Source | None
    problem: str
    shown: str = ""
    run: Run | None = None
    lanes: tuple[tuple[Lane, Run | None], ...] = ()

    @property
    def stand_ins(self) -> str:
        """The data sets for want of which the item proves nothing, in words; empty if it does."""
        return ", ".join(self.run.stand_ins) if self.run else ""


@dataclass(frozen=True, eq=False)
class Script:
    """A script that a page shows, and what a reader needs to run it.

    `text` is the whole of it without what is the engine's; `head` and `record` are those of its record, the
    latter by section, `pictures` the SVG of its figures by file; `beside` are the digests of files that it
    needs, by path. `problem` says why the sections of its record cannot be told apart.
    """

    snippet: Snippet
    lane: Lane
    text: str
    head: str
    record: Mapping[str, str]
    pictures: Mapping[str, str]
    beside: Mapping[str, str | None]
    problem: str


@dataclass(frozen=True)
class Entry:
    """What is known of a term on the page that lists them, at the heading with the id `anchor`.

    `other` is the term in the other language; `typed` are words by which the search finds it. It is
    introduced at `address`, on the page with this `title`.
    """

    anchor: str
    other: str
    typed: tuple[str, ...]
    address: str
    title: str


@dataclass(frozen=True, eq=False)
class ResolvedPage:
    """A page: its items, from its top to its end, and its scripts by path; or the `problem` why none.

    It is read in so many `minutes`, 0 where nobody reads it in turn; `needs` are the terms of earlier pages
    that it builds on, each with the address of its introduction as seen from the page. `entries` are the
    terms that it lists. `reached` are addresses to which it links, each with the day on which somebody in
    mainland China last reached it.
    """

    page: Page
    problem: str
    parts: tuple[Resolved, ...]
    scripts: Mapping[str, Script]
    minutes: int = 0
    needs: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()
    reached: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_item(self) -> dict[int, Resolved]:
        """The parts by the identity of their items."""
        return {id(part.item): part for part in self.parts}

    def of(self, item: Item) -> Resolved:
        """What stands behind *item*."""
        return self.by_item[id(item)]


def resolve(book: Book, runs: Runs, page: Page) -> ResolvedPage:
    """All that stands behind *page*."""
    parts = tuple(resolved(book, runs, page, found) for found in book.found(page))
    if page.problem:
        return ResolvedPage(page, page.problem, parts, scripts(book, parts))
    shown = [part.shown for part in parts if isinstance(part.item, Fence)]
    both = [one for one in book.in_languages(page) if not one.problem]
    read = 0 if isinstance(page, Notebook) or not page.folder else minutes(both, shown)
    needed = () if page.path == LISTED else needs(page, both, book.terms, book.menu)
    listed, days = entries(book, page), reached_from(book, page)
    return ResolvedPage(page, "", parts, scripts(book, parts), read, needed, listed, days)


def reached_from(book: Book, page: Page) -> dict[str, str]:
    """The addresses to which *page* links that somebody in mainland China reached, each with the last day."""
    return {one.url: one.day for one in book.reached if one.day and f"]({one.url})" in page.text}


def entries(book: Book, page: Page) -> tuple[Entry, ...]:
    """What is known of each term, on the *page* that lists them; nothing on others."""
    if page.path != LISTED:
        return ()
    (other,) = (language for language in LANGUAGES if language != page.language)
    found = []
    for term in book.terms:
        there = book.pages.get((page.language, term.introduced.partition("#")[0]))
        title = there.front.get("title", "") if there and not there.front_problem else ""
        typed = tuple(word for word in term.typed(page.language) if word != term.said(other))
        found.append(Entry(term.anchor, term.said(other), typed, term.introduced if title else "", title))
    return tuple(found)


def resolved(book: Book, runs: Runs, page: Page, found: Found) -> Resolved:
    """All that stands behind one item of *page*."""
    item, source, problem = found
    if source is None:
        return Resolved(item, None, problem, item.body if isinstance(item, Fence) else "")
    snippet, shown = source.snippet, ""
    try:
        if isinstance(item, Fence):
            shown = book.fence_shown(page, item)
        elif isinstance(item, Figure):
            shown = picture(book, page, item, source)
    except PageError as error:
        problem = str(error)
    run = runs.get((snippet.path, source.lane.name))
    if problem and isinstance(item, Fence) and source.is_record:
        problem = without_section(book, f"{page.name}:{item.line}", source, run) or problem
    lanes = tuple((lane, runs.get((snippet.path, lane.name))) for lane in book.judged(snippet, source.lane))
    return Resolved(item, source, problem, shown, run, lanes)


def without_section(book: Book, where: str, source: Source, run: Run | None) -> str | None:
    """What to say of a record that lacks the section that a block at *where* shows; None if it does not."""
    path, name = source.snippet.record(source.lane), str(source.section)
    try:
        record = records.read(book.root, path)
        if name in sections.names(record):
            return None
        return f"{where}: {path}: {absent.why(source.snippet, run, name, record)}"
    except BookError:
        return None


def picture(book: Book, page: Page, figure: Figure, source: Source) -> str:
    """The recorded picture of *figure*.

    Raises:
        PageError: if it cannot be read.
    """
    try:
        return text_of(book.root, str(source.section)).strip()
    except (OSError, BookError):
        command = f"python -m proof promote {source.snippet.path}"
        raise PageError(
            f"{page.name}:{figure.line}: there is no {source.section}; `{command}` draws it"
        ) from None


def scripts(book: Book, parts: Iterable[Resolved]) -> dict[str, Script]:
    """The scripts that *parts* of a page show, by path."""
    shown = {
        part.source.snippet.path: part.source.snippet
        for part in parts
        if part.source and isinstance(part.item, Fence) and not part.source.is_record
    }
    return {path: script(book, shown[path]) for path in sorted(shown)}


def script(book: Book, snippet: Snippet) -> Script:
    """All that a reader needs of *snippet*."""
    lane, problem = snippet.lanes[0], ""
    head, parts, pictures = "", dict[str, str](), dict[str, str]()
    if snippet.example:
        parts = {"stdout": snippet.output}
    try:
        record = records.read(book.root, snippet.record(lane))
        head = records.head_of(record)
        parts = {name: sections.body(record, name) for name in sections.names(record)}
        for name in parts:
            if name.endswith("-figure"):
                path = snippet.picture(lane, name.removesuffix("-figure"))
                pictures[path] = text_of(book.root, path)
    except SectionError as error:
        problem = f"{snippet.record(lane)}:1: {error}"
    except (BookError, OSError):
        pass  # what is missing is named where the run is compared with its record, if that lane has run
    beside = {path: digest_of(book.root / path) for path in book.beside(snippet)}
    return Script(snippet, lane, snippet.shown(), head, parts, pictures, beside, problem)
