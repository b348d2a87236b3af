"""Reads a page: its fences and claims, with line numbers.

A fence shows a snippet or a record by including it, in the notation of pymdownx.snippets:

    ``` { .python #from-list title="from_list.py" }
    --8<-- "snippets/sequential/from_list.py:section"
    ```

A claim is a link to such a fence whose title is an expression:

    [784 × 32 + 32 = 25,120](#from-list "model.layers[0].count_params()")
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from proof.book.page import PageError
from proof.book.page.front import FRONT_MATTER, FrontError, front
from proof.book.page.items import Claim, Fence, Figure, Item, Picture, as_fence
from proof.book.page.links import Links
from proof.common.files import CONFLICT, UNMERGED, line_of, no_text
from proof.common.naming import misnamed
from proof.common.text import read

if TYPE_CHECKING:
    from markdown_it.token import Token

LANGUAGES = ("zh", "en")


class Contents(NamedTuple):
    """What a page holds that can be checked, item by item."""

    fences: list[Fence]
    claims: list[Claim]
    pictures: list[Picture]
    figures: list[Figure]

    @property
    def all(self) -> list[Item]:
        """Every item, from the top of the page to its end."""
        found: list[Item] = [*self.fences, *self.claims, *self.pictures, *self.figures]
        return sorted(found, key=lambda item: item.start)


@dataclass(frozen=True, eq=False)
class Page:
    """The page at `root/docs/language/path`, as it was when it was read; equal to itself alone."""

    root: Path
    language: str
    path: str

    @property
    def name(self) -> str:
        """The path that messages give."""
        return f"docs/{self.language}/{self.path}"

    @property
    def folder(self) -> str:
        """Its folder on the site, as seen from the pages of its language: `counting/`, or nothing."""
        folder, _, name = self.path.rpartition("/")
        stem = name.rpartition(".")[0]
        parts = [folder, "" if stem in ("index", "README") else stem]
        return "".join(f"{part}/" for part in parts if part)

    @cached_property
    def text(self) -> str:
        """The page's Markdown.

        Raises:
            PageError: if it is missing or not text.
        """
        try:
            return read(self.root / self.name)
        except FileNotFoundError:
            raise PageError(f"{self.name}:1: there is no such page") from None
        except (IsADirectoryError, NotADirectoryError):
            raise PageError(f"{self.name}:1: this is a folder, not a page; rename it") from None
        except UnicodeDecodeError as error:
            raise PageError(f"{self.name}:{line_of(error)}: {no_text(error)}") from None

    @cached_property
    def tokens(self) -> list[Token]:
        """The page as a Markdown parser sees it, with line numbers as in the file."""
        from markdown_it import MarkdownIt

        blank = FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), self.text)
        return MarkdownIt("commonmark").enable("table").parse(blank)

    #: Whether its text begins where its file does.
    starts_at_once: ClassVar = True

    @property
    def written(self) -> str:
        """What stands in its file, which is its text."""
        return self.text

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where in its file a span of the text stands."""
        return start, end

    def shares(self, item: Item) -> bool:  # noqa: ARG002 - a page in Markdown shares nothing
        """Whether *item* is a cell that is counted in another language."""
        return False

    @property
    def readable(self) -> bool:
        """Whether there is a text."""
        try:
            self.text  # noqa: B018 - reading it is the check
        except PageError:
            return False
        return True

    @cached_property
    def problem(self) -> str | None:
        """Why the page cannot be read, as `file:line: message`; None if it can."""
        if wrong := misnamed(self.path):
            return f"{self.name}:1: {wrong}; rename the page in both languages"
        try:
            if unmerged := CONFLICT.search(self.text):
                return f"{self.name}:{self.text.count(chr(10), 0, unmerged.start()) + 1}: {UNMERGED}"
            self.fences, self.links.proofs, self.figures  # noqa: B018 - reading them is the check
        except PageError as error:
            return str(error)
        return None

    @cached_property
    def front(self) -> Mapping[str, str]:
        """What the page says of itself: its title, and more.

        Raises:
            PageError: if it cannot be read.
        """
        try:
            if self.starts_at_once and self.text.startswith("\n"):
                raise FrontError(1, "the front matter begins on the first line")
            return front(self.text)
        except FrontError as error:
            raise PageError(f"{self.name}:{error.line}: {error}") from None

    @cached_property
    def front_problem(self) -> str | None:
        """Why what stands before the page cannot be read, as `file:line: message`; None if it can."""
        try:
            self.front  # noqa: B018 - reading it is the check
        except PageError as error:
            return str(error)
        return None

    @cached_property
    def contents(self) -> Contents:
        """What the page holds that can be checked, nothing if it cannot be read."""
        if self.problem:
            return Contents([], [], [], [])
        return Contents(self.fences, self.claims, self.pictures, self.figures)

    @cached_property
    def anchored(self) -> dict[str, Fence]:
        """The fences by id, the first of each."""
        return {fence.anchor: fence for fence in reversed(self.contents.fences) if fence.anchor}

    @cached_property
    def offsets(self) -> list[int]:
        """The offset at which each line starts, and the end of the text."""
        return [0, *(end.end() for end in re.finditer("\n", self.text)), len(self.text)]

    @cached_property
    def fences(self) -> list[Fence]:
        """Every block of code, an indented one too: it is a fence without a language.

        Raises:
            PageError: if a fence is not closed.
        """
        return [self.fence_of(token) for token in self.tokens if token.type in ("fence", "code_block")]

    def fence_of(self, token: Token) -> Fence:
        """A fence from its token."""
        fence = as_fence(token, self.offsets)
        lines = self.text[fence.start : fence.end].split("\n")
        if not fence.indented and not any(
            re.fullmatch(rf"[\s>]*{token.markup}{token.markup[0]}*\s*", line) for line in lines[1:]
        ):
            raise PageError(
                f"{self.name}:{fence.line}: nothing closes this block; end it with {token.markup}"
            )
        return fence

    @cached_property
    def claims(self) -> list[Claim]:
        """Every link with an anchor and a title, in order.

        Raises:
            PageError: if a link is written so that its place cannot be found.
        """
        return [item for item in self.links.proofs if not isinstance(item, Picture)]

    @cached_property
    def pictures(self) -> list[Picture]:
        """Every image with an anchor and a title, in order.

        Raises:
            PageError: if an image is written so that its place cannot be found.
        """
        return [item for item in self.links.proofs if isinstance(item, Picture)]

    @cached_property
    def links(self) -> Links:
        """Its links and images, with their places."""
        return Links(self.name, self.text, self.tokens, self.offsets)

    @cached_property
    def figures(self) -> list[Figure]:
        """Every image that is no diagram, in order.

        Raises:
            PageError: if an image is written so that its place cannot be found.
        """
        return self.links.figures
