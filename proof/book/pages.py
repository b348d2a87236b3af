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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import unquote

from proof.book.front import FRONT_MATTER, FrontError, front
from proof.book.items import Claim, Fence, Figure, Item, Picture, as_fence, asks, titled
from proof.common.complaint import BookError
from proof.common.files import CONFLICT, UNMERGED, line_of, no_text
from proof.common.naming import hidden, misnamed
from proof.common.text import lines as lines_of
from proof.common.text import read
from proof.run import NOTEBOOKS, Snippet, SnippetError

if TYPE_CHECKING:
    from markdown_it.token import Token

LANGUAGES = ("zh", "en")
LINK_END = re.compile(
    r"""\]\(\s*(?:<(?P<within>[^<>\n]*)>|(?P<href>[^()\s]*))\s+"""
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\))\s*\)""",
    re.DOTALL,
)
IMAGE = re.compile(r"!\[[^\]]*\]\((?P<path>[^()\s]+)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
#: Inline code and escaped signs, in which no link begins or ends.
OPAQUE = re.compile(r"\\[^\w\s]|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


class PageError(BookError):
    """A page that cannot be read; the message names file and line."""


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
            self.fences, self.proofs, self.figures  # noqa: B018 - reading them is the check
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
    def transparent(self) -> str:
        """The page's text with blanks for what is opaque, so that each link is where it seems to be."""
        text = self.text
        for token in self.tokens:
            if token.type == "inline" and token.map is not None:
                start, end = (self.offsets[line] for line in token.map)
                seen = OPAQUE.sub(lambda match: " " * len(match[0]), text[start:end])
                text = text[:start] + seen + text[end:]
        return text

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
        return [item for item in self.proofs if not isinstance(item, Picture)]

    @cached_property
    def pictures(self) -> list[Picture]:
        """Every image with an anchor and a title, in order.

        Raises:
            PageError: if an image is written so that its place cannot be found.
        """
        return [item for item in self.proofs if isinstance(item, Picture)]

    @cached_property
    def proofs(self) -> list[Claim]:
        """The claims and the pictures."""
        return [item for token in self.tokens if token.type == "inline" for item in self.proofs_in(token)]

    def proofs_in(self, token: Token) -> Iterator[Claim]:
        """The claims and pictures of one paragraph, heading or cell."""
        assert token.map is not None
        first, last = token.map
        start, end = self.offsets[first], self.offsets[last]
        place = self.text.find(token.content.split("\n")[0], start, end)
        brackets = re.compile(r"\]\(").finditer(self.transparent, max(place, start), end)
        ends = filter(None, (LINK_END.match(self.text, bracket.start()) for bracket in brackets))
        for kind, href, title, text in titled(token):
            page, _, anchor = unquote(href).partition("#")
            if not asks(href):
                continue
            match = next(
                (
                    end
                    for end in ends
                    if parsed(end) == (href, title)
                    and opening(self.transparent, end.start(), start) < end.start()
                ),
                None,
            )
            if match is None:
                raise PageError(
                    f"{self.name}:{first + 1}: the link to {href} cannot be located; "
                    'write it on one line as [text](#anchor "expression")'
                )
            yield kind(
                line=self.text.count("\n", 0, match.start()) + 1,
                start=opening(self.transparent, match.start(), start) - (kind is Picture),
                end=match.end(),
                text=text,
                page=page,
                anchor=anchor,
                expression=title,
            )

    @cached_property
    def figures(self) -> list[Figure]:
        """Every image that is no diagram, in order.

        Raises:
            PageError: if an image is written so that its place cannot be found.
        """
        found = []
        for token in self.tokens:
            images = [child for child in token.children or [] if child.type == "image"]
            if token.map is None or all(is_diagram(image) for image in images):
                continue
            first, last = token.map
            places = IMAGE.finditer(self.transparent, self.offsets[first], self.offsets[last])
            for image in images:
                if is_diagram(image):
                    continue
                path = unquote(str(image.attrGet("src")))
                place = next((place for place in places if place["path"] == path), None)
                if place is None:
                    raise PageError(
                        f"{self.name}:{first + 1}: the image {path} cannot be located; "
                        "write it on one line as ![text](path)"
                    )
                start, end = place.span()
                line = self.text.count("\n", 0, start) + 1
                found.append(Figure(line, start, end, image.content, path))
        return found


@dataclass(frozen=True, eq=False)
class Notebook(Page):
    """A page that is a notebook: the words of one language, and the code of both, of a script in cells.

    Its text has each line where the script has it. A cell of code is a block that includes it.
    """

    starts_at_once: ClassVar = False

    @property
    def name(self) -> str:
        """The path of the script, which messages give."""
        return f"{NOTEBOOKS}/{self.path.removesuffix('.ipynb')}.py"

    @cached_property
    def snippet(self) -> Snippet:
        """The script."""
        return Snippet(self.root, self.name)

    @cached_property
    def text(self) -> str:
        """The page's Markdown.

        Raises:
            PageError: if the script cannot be read.
        """
        try:
            script, cells = self.snippet, self.snippet.cells
        except SnippetError as error:
            raise PageError(str(error)) from None
        lines = [""] * (script.source.count("\n") + 1)
        for cell in cells:
            if cell.kind == "code":
                block = [f"``` {{ .python #{cell.name} }}", f'--8<-- "{self.name}:{cell.name}"', "```"]
                lines[cell.line - 1 : cell.line + 2] = block
            elif cell.language == self.language:
                lines[cell.line : cell.line + len(cell.words)] = cell.words
        return "\n".join(lines) + "\n"

    @property
    def written(self) -> str:
        """What stands in its file: the script."""
        return self.snippet.source

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the script, with their ends."""
        return lines_of(self.written, ends=True)

    @cached_property
    def begins(self) -> list[int]:
        """The offset in the script at which each of them begins."""
        return [0, *accumulate(map(len, self.lines))]

    def shares(self, item: Item) -> bool:
        """Whether *item* is a cell that is counted in another language."""
        own = isinstance(item, Fence) and item.include is not None and item.include[0] == self.name
        return own and self.language != LANGUAGES[0]

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where in the script a span of words stands."""
        number = self.text.count("\n", 0, start)
        before = self.begins[number] - self.offsets[number]
        last = self.text.count("\n", start, end)
        spanned = self.lines[number : number + last + 1]
        signs = [2 if line.startswith("# ") else line.startswith("#") for line in spanned]
        return start + before + signs[0], end + before + sum(signs)


def parsed(link: re.Match[str]) -> tuple[str, str]:
    """The target and the title of a link as a Markdown parser understands what is written."""
    from markdown_it.common.normalize_url import normalizeLink
    from markdown_it.common.utils import unescapeAll

    title = next(link[name] for name in ("double", "single", "round") if link[name] is not None)
    return normalizeLink(unescapeAll(link["within"] or link["href"] or "")), unescapeAll(title)


def is_diagram(image: Token) -> bool:
    """Whether an image names what is to be drawn: a block, and an expression."""
    return bool(image.attrGet("title")) and "#" in str(image.attrGet("src"))


def opening(text: str, closing: int, first: int) -> int:
    """The offset, from *first* on, of the bracket that the one at *closing* closes; *closing* if none."""
    depth = 0
    for place in range(closing, first - 1, -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return closing


def find(root: Path, language: str) -> list[Page]:
    """Every page of a language, in order of path; last the notebooks."""
    folder = root / "docs" / language
    files = [file for file in sorted(folder.rglob("*")) if is_markdown(file.name)]
    written = [file.relative_to(folder).as_posix() for file in files]
    notebooks = [f"{file.stem}.ipynb" for file in sorted((root / NOTEBOOKS).glob("[!._]*.py"))]
    return [page_at(root, language, path) for path in [*written, *notebooks] if not hidden(path)]


def is_markdown(name: str) -> bool:
    """Whether MkDocs takes a file called *name* for a page."""
    return name.endswith((".markdown", ".mdown", ".mkdn", ".mkd", ".md"))


def page_at(root: Path, language: str, path: str) -> Page:
    """The page at *path* among those of a language."""
    return (Notebook if path.endswith(".ipynb") else Page)(root, language, path)
