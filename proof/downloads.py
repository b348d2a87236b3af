"""What a reader can take along as files: each script that a page shows, and what it needs beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from proof.files import digest_of
from proof.snippets import FOLDER, Snippet

if TYPE_CHECKING:
    from proof.book import Book
    from proof.pages import Page

WORDS = {"zh": "下载 {path}", "en": "Download {path}"}
#: A block of the built page that names its file.
NAMED = re.compile(rf'(?<=<span class="filename">){FOLDER}/[^<]+\.py(?=</span>)')


def beside(book: Book, snippet: Snippet) -> list[str]:
    """The paths of the helpers that *snippet* imports and of the data files beside it that it names."""
    found: dict[str, None] = {}
    waiting = [snippet]
    while waiting:
        one = waiting.pop()
        for path in book.companions.get(posixpath.dirname(one.path), ()):
            name = posixpath.basename(path)
            helper = name.removesuffix(".py") if name.endswith(".py") else None
            said = rf"\b{helper}\b" if helper else re.escape(name)
            if path not in found and re.search(said, one.source):
                found[path] = None
                if helper:
                    waiting.append(Snippet(snippet.root, path))
    return list(found)


def scripts(book: Book, page: Page) -> dict[str, dict[str, str | None]]:
    """The scripts that *page* shows, by path, and what each of them needs beside it, with its digest."""
    included = {fence.include[0] for fence in page.contents.fences if fence.include}
    found = [snippet for snippet in book.snippets if snippet.path in included and not snippet.problem]
    return {
        snippet.path: {path: digest_of(book.root / path) for path in beside(book, snippet)}
        for snippet in found
    }


def linked(html: str, offered: Mapping[str, Mapping[str, str | None]], base: str, language: str) -> str:
    """*html*, the page at *base*, with links where its blocks name the scripts *offered*."""

    def link(path: str, name: str) -> str:
        label = escape(WORDS[language].format(path=path))
        address = posixpath.relpath(path, base or ".")
        return f'<a href="{escape(address)}" download aria-label="{label}">{escape(name)}</a>'

    def links(match: re.Match[str]) -> str:
        script = match[0]
        others = [link(path, posixpath.basename(path)) for path in offered.get(script, ())]
        return " ".join([link(script, script), *others]) if script in offered else script

    return NAMED.sub(links, html)
