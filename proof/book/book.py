"""The whole book: its pages, snippets and records, what stands behind what, and what must have run.

The site, the tests and the command line all ask here, so that each sees what the others see.
"""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from proof.book import glossary, lists, pages, sources, words
from proof.book.page import PageError, front
from proof.book.page.items import Claim, Fence, Figure, Item
from proof.book.page.notebook import Notebook
from proof.book.page.page import LANGUAGES, Page
from proof.book.sources import Source
from proof.common.naming import hidden
from proof.record import RecordError, records
from proof.run import HOMES, IN_PAGE, LANES, NOW, Lane, Request, Run, Snippet, SnippetError, snippets

HOST = re.compile(r"\]\(https?://[\w-]+\.([\w.-]+)")
Runs = dict[tuple[str, str], Run]

Part = TypeVar("Part", Page, Snippet)


class Found(NamedTuple):
    """An item of a page, and what stands behind it, or why nothing does, as `file:line: message`.

    Nothing stands behind a block that gives a reason why it cannot be checked, and nothing is wrong with it.
    """

    item: Item
    source: Source | None
    problem: str


class Book:
    """All that stands below *root*, read afresh, and held against runs in *lanes*.

    Lanes that are not installed are set aside as `absent`: what they would prove is not judged. The
    pages and snippets that have not changed are those of the *earlier* book.
    """

    def __init__(self, root: Path, lanes: Iterable[Lane] = HOMES, earlier: Book | None = None) -> None:
        self.root = root
        self.earlier_pages = earlier.pages if earlier else {}
        self.earlier_snippets = {snippet.path: snippet for snippet in earlier.snippets} if earlier else {}
        self.texts: dict[Page, str] = {}
        self.sources: dict[tuple[str, str | None], Source] = {}
        self.bodies: dict[tuple[str, str | None], str] = {}
        self.items: dict[Page, list[Found]] = {}
        self.earlier_words = (earlier.allowed, earlier.all_shown, earlier.unknown) if earlier else None
        self.hold_against(lanes)

    def hold_against(self, lanes: Iterable[Lane]) -> None:
        """Choose the lanes whose runs decide."""
        self.lanes = {lane.name: lane for lane in lanes}
        self.absent = [name for name, lane in self.lanes.items() if not lane.ready]

    @cached_property
    def snippets(self) -> list[Snippet]:
        """Every snippet."""
        found = snippets.find(self.root)
        return [same(snippet, self.earlier_snippets.get(snippet.path), "source") for snippet in found]

    @cached_property
    def by_path(self) -> dict[str, Snippet]:
        """Every snippet, by its path."""
        return {snippet.path: snippet for snippet in self.snippets}

    @cached_property
    def companions(self) -> dict[str, list[str]]:
        """In each folder of snippets, what one may need beside it: helpers, data, products of others."""
        lanes = {name for lane in LANES.values() for name in (lane.name, lane.family)}
        found: dict[str, list[str]] = {}
        for file in sorted((self.root / snippets.FOLDER).glob("*/*")):
            recorded = file.suffix in (".svg", ".txt") and file.name.split(".")[1] in lanes
            script = file.suffix == ".py" and not file.name.startswith("_")
            passed_over = recorded or script or hidden(f"{file.parent.name}/{file.name}")
            if file.is_file() and not passed_over:
                path = file.relative_to(self.root).as_posix()
                found.setdefault(posixpath.dirname(path), []).append(path)
        return found

    def beside(self, snippet: Snippet) -> list[str]:
        """The paths of the helpers that *snippet* imports and of the data files beside it that it names."""
        found: dict[str, None] = {}
        waiting = [snippet]
        while waiting:
            one = waiting.pop()
            for path in self.companions.get(posixpath.dirname(one.path), ()):
                name = posixpath.basename(path)
                helper = name.removesuffix(".py") if name.endswith(".py") else None
                said = rf"\b{helper}\b" if helper else re.escape(name)
                if path not in found and re.search(said, one.source):
                    found[path] = None
                    if helper:
                        waiting.append(Snippet(snippet.root, path))
        return list(found)

    @cached_property
    def menu(self) -> list[str]:
        """The pages in the order of the menu; none where there is no menu."""
        return [path for _, path in self.menu_lines]

    @cached_property
    def menu_lines(self) -> list[tuple[int, str]]:
        """The same, each with its line in the settings."""
        return [(line, text) for line, text, is_page in front.menu(self.root) if is_page]

    @cached_property
    def settings_words(self) -> list[tuple[str, int, str]]:
        """What readers see of the settings, the titles of the menu included: the file, the line, the text."""
        return front.words(self.root)

    @cached_property
    def names(self) -> list[lists.Name]:
        """The proper names with digits, and the words of code that are no part of Keras."""
        return lists.names(self.root)

    @cached_property
    def idioms(self) -> list[lists.Idiom]:
        """The phrases with words for numbers that need no proof."""
        return lists.idioms(self.root)

    @cached_property
    def reached(self) -> list[lists.Address]:
        """The addresses to which readers in mainland China are sent, and when they were reached."""
        return lists.reached(self.root)

    @cached_property
    def terms(self) -> list[glossary.Term]:
        """The glossary."""
        return glossary.glossary(self.root)

    @cached_property
    def pages(self) -> dict[tuple[str, str], Page]:
        """Every page, by language and path."""
        found = [page for language in LANGUAGES for page in pages.find(self.root, language)]
        named = {(page.language, page.path): page for page in found}
        return {name: same(page, self.earlier_pages.get(name), "written") for name, page in named.items()}

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
            for item, source, _ in self.found(page):
                if source and isinstance(item, Claim):
                    for lane in self.judged(source.snippet, source.lane):
                        asked.setdefault((source.snippet.path, lane.name), set()).add(item.expression)
        words = {f"api({word!r})" for page in self.pages.values() for _, word in self.unknown_words(page)}
        for snippet in self.witnesses if words else ():
            for lane in self.judged(snippet):
                asked.setdefault((snippet.path, lane.name), set()).update(words)
        return {name: tuple(sorted(found)) for name, found in asked.items()}

    @property
    def witnesses(self) -> list[Snippet]:
        """A snippet of each family of lanes, in whose process Keras is asked what it knows."""
        found: dict[str, Snippet] = {}
        for snippet in self.snippets:
            if not snippet.problem and not snippet.raises and not snippet.fresh:
                found.setdefault(snippet.lanes[0].family, snippet)
        return list(found.values())

    def families(self, page: Page) -> set[str]:
        """The families of the lanes whose snippets a page shows."""
        return {
            source.lane.family for item, source, _ in self.found(page) if source and isinstance(item, Fence)
        }

    @property
    def pairs(self) -> list[tuple[Page, Page]]:
        """Each page in both languages, where it is in both."""
        return [
            (page, self.pages["en", path])
            for (language, path), page in self.pages.items()
            if language == "zh" and ("en", path) in self.pages
        ]

    def in_languages(self, page: Page) -> list[Page]:
        """*page* in each language in which it is."""
        found = (self.pages.get((language, page.path)) for language in LANGUAGES)
        return [one for one in found if one is not None]

    def requests(self, only: list[Snippet] | None = None) -> list[Request]:
        """What must have run for every page to be judged, or for the snippets in *only*.

        A snippet that cannot be read is left out; `problems` names it. Where all have to run, or the lane is
        asked for, those that a page might run are among them, as it would run them.
        """
        wanted = self.snippets if only is None else only
        found = [
            Request(snippet, lane, self.expressions.get((snippet.path, lane.name), ()))
            for snippet in wanted
            if snippet.problem is None
            for lane in self.judged(snippet)
        ]
        if IN_PAGE.name in self.lanes or (only is None and NOW.name in self.lanes):
            found += [Request(snippet, IN_PAGE) for snippet in wanted if for_page(snippet)]
        return found

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
        if fence.include not in self.sources:
            self.sources[fence.include] = sources.included(self.root, where, *fence.include, self.by_path)
        return self.sources[fence.include]

    def proof_of(self, page: Page, claim: Claim) -> Source:
        """The snippet and lane that a claim cites.

        Raises:
            PageError: if it cites no fence that includes one.
        """
        cited = self.pages.get((page.language, self.place_of(page, claim.page)))
        fence = cited.anchored.get(claim.anchor) if cited else None
        if cited is None or fence is None:
            raise PageError(
                f"{page.name}:{claim.line}: the claim “{claim.text}” cites {claim.page}#{claim.anchor}, "
                "but no block there has that id"
            )
        return self.source_of(cited, fence)

    def place_of(self, page: Page, path: str) -> str:
        """The path, among the pages of a language, to which *path* leads from *page*; its own, if nowhere."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path

    def found(self, page: Page) -> list[Found]:
        """The items of *page*, each with what stands behind it."""
        if page not in self.items:
            self.items[page] = [self.find(page, item) for item in page.contents.all]
        return self.items[page]

    def find(self, page: Page, item: Item) -> Found:
        """What stands behind one item."""
        if isinstance(item, Fence) and item.reason and not item.include:
            return Found(item, None, "")
        try:
            if isinstance(item, Fence):
                return Found(item, self.source_of(page, item), "")
            if isinstance(item, Figure):
                return Found(item, sources.of_figure(self.root, page, item, self.by_path), "")
            return Found(item, self.proof_of(page, item), "")
        except PageError as error:
            return Found(item, None, str(error))

    def fence_shown(self, page: Page, fence: Fence) -> str:
        """The text that a reader sees in *fence*: the snippet, or what is recorded of it.

        Raises:
            PageError: if there is no such thing.
        """
        source = self.source_of(page, fence)
        assert fence.include is not None
        if fence.include not in self.bodies:
            self.bodies[fence.include] = sources.text_of(
                self.root, f"{page.name}:{fence.line}", source, fence.include[0]
            )
        return self.bodies[fence.include]

    def shown(self, page: Page) -> str:
        """The text of all blocks of a page, and the paths of what they include."""
        if page not in self.texts:
            found = [self.shown_of(page, page.contents.fences)]
            if isinstance(page, Notebook):
                with contextlib.suppress(RecordError):
                    found.append(records.read(self.root, page.snippet.record(NOW)))
            self.texts[page] = "\n".join(found)
        return self.texts[page]

    def shown_of(self, page: Page, fences: Iterable[Fence]) -> str:
        """The same of some blocks of a page."""
        found: list[str] = []
        for fence in fences:
            with contextlib.suppress(PageError):
                found.append(fence.include[0] if fence.include else fence.title or "")
                found.append(self.fence_shown(page, fence) if fence.include else fence.body)
        return "\n".join(found)

    @cached_property
    def all_shown(self) -> str:
        """The text of all blocks of all pages."""
        return "\n".join(map(self.shown, self.pages.values()))

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Where the links of all pages lead: their hosts, without the first of their names."""
        texts = (page.text for page in self.pages.values() if page.readable)
        return frozenset(host for text in texts for host in HOST.findall(text))

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of all scripts."""
        readable = (snippet for snippet in self.snippets if not snippet.problem)
        return frozenset().union(*(words.words_of(snippet.source) for snippet in readable))

    @cached_property
    def allowed(self) -> list[str]:
        """The proper names and the words of code that need no proof."""
        return [name.text for name in self.names]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that the book shows or allows."""
        shown = (self.shown(page) for page in self.pages.values())
        return frozenset().union(*map(words.words_of, [*shown, *self.allowed]))

    @cached_property
    def unknown(self) -> dict[Page, list[tuple[int, str]]]:
        """The words that were found unknown on pages, while all that is shown and allowed is the same."""
        allowed, shown, unknown = self.earlier_words or ([], "", {})
        same_words = allowed == self.allowed and shown == self.all_shown
        return {page: unknown[page] for page in self.pages.values() if same_words and page in unknown}

    def unknown_words(self, page: Page) -> list[tuple[int, str]]:
        """The words of inline code about which Keras must be asked, with their lines; none if unreadable."""
        if page not in self.unknown:
            self.unknown[page] = []
            with contextlib.suppress(PageError):
                self.unknown[page] = words.unknown_words(page, self.allowed, self.all_shown, self.vocabulary)
        return self.unknown[page]


def for_page(snippet: Snippet) -> bool:
    """Whether a page might run *snippet*: a script which nothing that it says of itself keeps from it."""
    return not (snippet.problem or snippet.notebook or snippet.example) and kept_from_pages(snippet) is None


def kept_from_pages(snippet: Snippet) -> str | None:
    """Why no page can run *snippet*, as far as it says itself; None if it might."""
    reasons = {
        "trains": snippet.settings.get("trains"),
        "backend": NOW not in snippet.lanes,
        "missing": snippet.data,
        "process": snippet.fresh,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def same(new: Part, old: Part | None, text: str) -> Part:
    """The *old* one of two pages or snippets, with all that is known of it, if their *text* is the same."""
    with contextlib.suppress(PageError, SnippetError):
        if old is not None and getattr(old, text) == getattr(new, text):
            return old
    return new
