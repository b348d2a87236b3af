"""What a reader can take along as files: each script that a page shows, and what it needs beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape

from proof import records
from proof.book import Book
from proof.pages import Page, PageError
from proof.snippets import FOLDER, Snippet

WORDS = {"zh": "下载 {path}", "en": "Download {path}"}
#: A block of the built page that names its file.
NAMED = re.compile(rf'(?<=<span class="filename">){FOLDER}/[^<]+\.py(?=</span>)')


def beside(snippet: Snippet) -> list[str]:
    """The paths of the helpers that *snippet* imports and of the data files beside it that it names."""
    found: dict[str, None] = {}
    waiting = [snippet]
    while waiting:
        source = waiting.pop().source
        for file in sorted((snippet.root / snippet.path).parent.iterdir()):
            path = file.relative_to(snippet.root).as_posix()
            if path in found or records.snippet_of(snippet.root, path):
                continue
            if file.name.startswith("_") and re.search(rf"\b{file.stem}\b", source):
                found[path] = None
                waiting.append(Snippet(snippet.root, path))
            elif file.suffix != ".py" and file.name in source:
                found[path] = None
    return list(found)


def scripts(book: Book, page: Page) -> dict[str, list[str]]:
    """The scripts that *page* shows, by path, and what each of them needs beside it."""
    included = {fence.include[0] for fence in page.contents.fences if fence.include}
    found = [snippet for snippet in book.snippets if snippet.path in included and not snippet.problem]
    return {snippet.path: beside(snippet) for snippet in found}


def files(book: Book, page: Page) -> dict[str, str]:
    """What *page* offers, by path: a script as it is shown, anything else as it is.

    Raises:
        PageError: if something beside a script is not text.
    """
    paths = {path for script, others in scripts(book, page).items() for path in (script, *others)}
    try:
        return {path: text_of(book, path) for path in sorted(paths)}
    except (OSError, UnicodeDecodeError) as error:
        raise PageError(f"{page.name}:1: what it offers cannot be read: {error}") from None


def text_of(book: Book, path: str) -> str:
    """What the file at *path* holds when it is downloaded."""
    return Snippet(book.root, path).shown() if path.endswith(".py") else (book.root / path).read_text("utf-8")


def linked(html: str, offered: Mapping[str, list[str]], base: str, language: str) -> str:
    """*html*, the page at *base*, with links where its blocks name the scripts *offered*."""

    def link(path: str) -> str:
        label = escape(WORDS[language].format(path=path))
        address = posixpath.relpath(path, base or ".")
        return f'<a href="{escape(address)}" download aria-label="{label}">{escape(path)}</a>'

    def links(match: re.Match[str]) -> str:
        path = match[0]
        return " ".join(map(link, [path, *offered[path]])) if path in offered else path

    return NAMED.sub(links, html)
