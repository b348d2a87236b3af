"""Links what a reader can take along as files: each script that a page shows, and what it needs beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape

from proof.run import FOLDER

WORDS = {"zh": "下载 {path}", "en": "Download {path}"}
#: A block of the built page that names its file.
NAMED = re.compile(rf'(?<=<span class="filename">){FOLDER}/[^<]+\.py(?=</span>)')


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
