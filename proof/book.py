"""The whole book: its pages, snippets and records, and which of them stands behind what.

The site, the tests and the command line all ask here, so that each sees what the others see.
"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from proof import pages, parity, prose, records, snippets, wording
from proof.items import Claim, Fence, Figure
from proof.lanes import HOMES, LANES, Lane
from proof.pages import Page, PageError
from proof.records import RecordError
from proof.runner import Request
from proof.runs import Run
from proof.sections import SectionError
from proof.snippets import Snippet, SnippetError

Runs = dict[tuple[str, str], Run]

Part = TypeVar("Part", Page, Snippet)


@dataclass(frozen=True)
class Source:
    """What a fence shows: a snippet, or the record of one in a lane."""

    snippet: Snippet
    lane: Lane
    section: str | None
    is_record: bool


class Book:
    """All that stands below *root*, read afresh, and held against runs in *lanes*.

    Lanes that are not installed are set aside as `absent`: what they would prove is not judged. The
    pages and snippets that have not changed are those of the *earlier* book.
    """

    def __init__(self, root: Path, lanes: Iterable[Lane] = HOMES, earlier: Book | None = None) -> None:
        self.root = root
        self.earlier_pages = earlier.pages if earlier else {}
        self.earlier_snippets = {snippet.path: snippet for snippet in earlier.snippets} if earlier else {}
        self.texts: dict[str, str] = {}
        self.sources: dict[tuple[str, str | None], Source] = {}
        self.bodies: dict[tuple[str, str | None], str] = {}
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
    def companions(self) -> dict[str, list[str]]:
        """In each folder of snippets, what one may need beside it: helpers, data, products of others."""
        lanes = {name for lane in LANES.values() for name in (lane.name, lane.family)}
        found: dict[str, list[str]] = {}
        for file in sorted((self.root / snippets.FOLDER).glob("*/*")):
            recorded = file.suffix in (".svg", ".txt") and file.name.split(".")[1] in lanes
            script = file.suffix == ".py" and not file.name.startswith("_")
            if file.is_file() and not recorded and not script:
                path = file.relative_to(self.root).as_posix()
                found.setdefault(posixpath.dirname(path), []).append(path)
        return found

    @cached_property
    def names(self) -> list[prose.Name]:
        """The proper names with digits, and the words of code that are no part of Keras."""
        return prose.names(self.root)

    @cached_property
    def terms(self) -> list[wording.Term]:
        """The glossary."""
        return wording.glossary(self.root)

    @cached_property
    def aligned(self) -> parity.Pairs:
        """The pairs of blocks that are known to say the same."""
        return parity.aligned(self.root)

    @cached_property
    def pages(self) -> dict[tuple[str, str], Page]:
        """Every page, by language and path."""
        found = [page for language in pages.LANGUAGES for page in pages.find(self.root, language)]
        named = {(page.language, page.path): page for page in found}
        return {name: same(page, self.earlier_pages.get(name), "text") for name, page in named.items()}

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
            for claim in page.contents.claims + page.contents.pictures:
                try:
                    source = self.proof_of(page, claim)
                except PageError:
                    continue
                for lane in self.judged(source.snippet, source.lane):
                    asked.setdefault((source.snippet.path, lane.name), set()).add(claim.expression)
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
        found = set()
        for fence in page.contents.fences:
            with contextlib.suppress(PageError):
                found.add(self.source_of(page, fence).lane.family)
        return found

    @property
    def pairs(self) -> list[tuple[Page, Page]]:
        """Each page in both languages, where it is in both."""
        return [
            (page, self.pages["en", path])
            for (language, path), page in self.pages.items()
            if language == "zh" and ("en", path) in self.pages
        ]

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
        if fence.include not in self.sources:
            self.sources[fence.include] = self.found(where, *fence.include)
        return self.sources[fence.include]

    def found(self, where: str, path: str, section: str | None) -> Source:
        """What a fence at *where* includes.

        Raises:
            PageError: if there is no such thing.
        """
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
        fence = cited.anchored.get(claim.anchor) if cited else None
        if cited is None or fence is None:
            raise PageError(
                f"{page.name}:{claim.line}: the claim “{claim.text}” cites {claim.page}#{claim.anchor}, "
                "but no block there has that id"
            )
        return self.source_of(cited, fence)

    def origin(self, page: Page, item: Claim | Figure | Fence) -> Source:
        """The snippet and lane behind anything that is checked.

        Raises:
            PageError: if there is none.
        """
        if isinstance(item, Claim):
            return self.proof_of(page, item)
        return self.figure_source(page, item) if isinstance(item, Figure) else self.source_of(page, item)

    def figure_source(self, page: Page, figure: Figure) -> Source:
        """The snippet and lane that drew *figure*.

        Raises:
            PageError: if none did.
        """
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), figure.path))
        made_by = records.snippet_of(self.root, path) if path.endswith(".svg") else None
        if made_by is None:
            raise PageError(f"{page.name}:{figure.line}: {figure.path} is no picture that a snippet drew")
        return Source(*made_by, path, is_record=True)

    def fence_shown(self, page: Page, fence: Fence) -> str:
        """The text that a reader sees in *fence*: the snippet, or what is recorded of it.

        Raises:
            PageError: if there is no such thing.
        """
        source = self.source_of(page, fence)
        assert fence.include is not None
        if fence.include not in self.bodies:
            self.bodies[fence.include] = self.body_of(f"{page.name}:{fence.line}", source, fence.include[0])
        return self.bodies[fence.include]

    def body_of(self, where: str, source: Source, included: str) -> str:
        """The text of *source*, which a fence at *where* has *included*.

        Raises:
            PageError: if there is no such thing.
        """
        try:
            if not source.is_record:
                text = source.snippet.shown(source.section)
            else:
                text = records.shown(self.root, included, str(source.section))
        except (SectionError, RecordError) as error:
            raise PageError(f"{where}: {included}: {error}") from None
        if "```" in text:
            raise PageError(f"{where}: the included text holds a fence of its own")
        return text

    def shown(self, page: Page) -> str:
        """The text of all blocks of a page, and the paths of what they include."""
        if page.name not in self.texts:
            found: list[str] = []
            for fence in page.contents.fences:
                with contextlib.suppress(PageError):
                    found.append(fence.include[0] if fence.include else fence.title or "")
                    found.append(self.fence_shown(page, fence) if fence.include else fence.body)
            self.texts[page.name] = "\n".join(found)
        return self.texts[page.name]

    @cached_property
    def all_shown(self) -> str:
        """The text of all blocks of all pages."""
        return "\n".join(map(self.shown, self.pages.values()))

    @cached_property
    def allowed(self) -> list[str]:
        """The proper names and the words of code that need no proof."""
        return [name.text for name in self.names]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that the book shows or allows."""
        shown = (self.shown(page) for page in self.pages.values())
        return frozenset().union(*map(prose.words_of, [*shown, *self.allowed]))

    def unknown_words(self, page: Page) -> list[tuple[int, str]]:
        """The words of inline code about which Keras must be asked, with their lines; none if unreadable."""
        try:
            return prose.unknown_words(page, self.allowed, self.all_shown, self.vocabulary)
        except PageError:
            return []

    def count(self) -> str:
        """How much there is to check, in words."""
        contents = [page.contents for page in self.pages.values()]
        fences = [fence for content in contents for fence in content.fences]
        return (
            f"{len(self.pages)} pages, {len(fences)} fences "
            f"({sum(bool(fence.reason and not fence.include) for fence in fences)} with a reason), "
            f"{sum(len(content.claims) for content in contents)} claims, "
            f"{sum(len(content.pictures + content.figures) for content in contents)} pictures, "
            f"{len(self.snippets)} snippets, {len(self.requests())} runs in "
            f"{', '.join(name for name in self.lanes if name not in self.absent)}"
            + "".join(f"; NOT RUN: lane {name} is not installed" for name in self.absent)
        )


def same(new: Part, old: Part | None, text: str) -> Part:
    """The *old* one of two pages or snippets, with all that is known of it, if their *text* is the same."""
    with contextlib.suppress(PageError, SnippetError):
        if old is not None and getattr(old, text) == getattr(new, text):
            return old
    return new
