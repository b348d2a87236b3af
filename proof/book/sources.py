"""What stands behind a block or a picture of a page: a snippet, or its record in a lane."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proof.book.page import PageError
from proof.book.page.items import Figure
from proof.book.page.page import Page
from proof.record import RecordError, records
from proof.run import Lane, SectionError, Snippet, snippets


@dataclass(frozen=True)
class Source:
    """What a fence shows: a snippet, or the record of one in a lane."""

    snippet: Snippet
    lane: Lane
    section: str | None
    is_record: bool

    @property
    def what(self) -> str:
        """What it is, in words for a message."""
        if not self.is_record:
            return self.snippet.path
        return f"the {self.section} of {self.snippet.record(self.lane)}"


def included(root: Path, where: str, path: str, section: str | None, known: Mapping[str, Snippet]) -> Source:
    """What a fence at *where* includes; the snippets of the book are *known* by their paths.

    Raises:
        PageError: if there is no such thing.
    """
    made_by = records.snippet_of(root, path, known)
    if made_by:
        if why := snippets.none_at(made_by[0].path):
            raise PageError(f"{where}: {path} is the record of no snippet: {why}")
        if made_by[0].problem:
            raise PageError(f"{where}: {made_by[0].problem}")
        if section is None:
            raise PageError(f"{where}: name the section of the record: {path}:stdout")
        return Source(*made_by, section, is_record=True)
    script = path if path.endswith(".py") else f"{path.rsplit('.', 2)[0]}.py"
    if path.startswith(f"{snippets.FOLDER}/") and (root / script).exists():
        why = snippets.none_at(script) or (known.get(script) or Snippet(root, script)).problem
        if why:
            raise PageError(f"{where}: {path}: {why}")
    snippet = known.get(path) or Snippet(root, path)
    if not path.startswith(f"{snippets.FOLDER}/") or not path.endswith(".py"):
        raise PageError(f"{where}: {path} is neither a snippet nor a record of one")
    if posixpath.normpath(path) != path:
        raise PageError(f"{where}: write the path as {posixpath.normpath(path)}")
    if not (root / path).exists():
        raise PageError(f"{where}: there is no snippet {path}{near(root, path)}")
    if snippet.problem:
        raise PageError(f"{where}: {snippet.problem}")
    return Source(snippet, snippet.lanes[0], section, is_record=False)


def near(root: Path, path: str) -> str:
    """What could have been meant by *path*, in words; nothing if nobody knows."""
    known = {posixpath.basename(snippet.path): snippet.path for snippet in snippets.find(root)}
    found = difflib.get_close_matches(posixpath.basename(path), known, n=1, cutoff=0.75)
    name = path.removeprefix(f"{snippets.FOLDER}/").removesuffix(".py")
    return f"; is {known[found[0]]} meant?" if found else f"; `proof new {name}` starts it"


def of_figure(root: Path, page: Page, figure: Figure, known: Mapping[str, Snippet]) -> Source:
    """The snippet and lane that drew *figure*; the snippets of the book are *known* by their paths.

    Raises:
        PageError: if none did.
    """
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), figure.path))
    made_by = records.snippet_of(root, path, known) if path.endswith(".svg") else None
    if made_by is None:
        raise PageError(f"{page.name}:{figure.line}: {figure.path} is no picture that a snippet drew")
    return Source(*made_by, path, is_record=True)


def text_of(root: Path, where: str, source: Source, path: str) -> str:
    """The text of *source*, which a fence at *where* includes by *path*.

    Raises:
        PageError: if there is no such thing.
    """
    try:
        if not source.is_record:
            text = source.snippet.shown(source.section)
        else:
            text = records.shown(root, path, str(source.section))
    except (SectionError, RecordError) as error:
        raise PageError(f"{where}: {path}: {error}") from None
    if "```" in text:
        raise PageError(f"{where}: the included text holds a fence of its own")
    return text
