"""Turns the text of a page into plain Markdown, which notebooks know. Its links lead to the site."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import urljoin

from proof.book import Page

HEADING_ID = re.compile(r"(?m)^(#+ .*?) \{ #[\w-]+ \}$")
#: What a paragraph is called, for the style of the site, on a line of its own.
CALLED = re.compile(r"(?m)^\{ \.[\w-]+(?: [\w-]+)* \}\n?")
NOTE = re.compile(r"(?ms)^/// (?:note|tip|warning) \| (.*?)\n(.*?)\n///$")
FOLDED = re.compile(r"(?ms)^/// details \| (.*?)\n(.*?)\n///$")
EMPTY_TAB = re.compile(r"(?m)^/// tab \| .*\n\s*^///$")
BOX = re.compile(r"(?m)^/// \w+ \| (.*)$")
LINK = re.compile(r"(?<!!)\[([^\]\[]*)\]\(([^()\s]+)\)")


def as_markdown(text: str, page: Page, site: str) -> str:
    """*text*, a part of *page*, in plain Markdown."""
    text = HEADING_ID.sub(r"\1", text)
    text = CALLED.sub("", text)
    text = EMPTY_TAB.sub("", text)
    text = NOTE.sub(lambda match: indented(f"**{match[1]}**\n\n{match[2].strip()}", "> "), text)
    text = FOLDED.sub(folded, text)
    text = BOX.sub(r"**\1**", text)
    text = re.sub(r"(?m)^///$", "", text)
    text = LINK.sub(lambda match: f"[{match[1]}]({address(page, match[2], site)})", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def folded(match: re.Match[str]) -> str:
    """What a notebook folds as a page does."""
    return f"<details><summary>{match[1]}</summary>\n\n{match[2].strip()}\n\n</details>"


def indented(text: str, by: str) -> str:
    """*text* with *by* before each of its lines."""
    return "\n".join(by + line if line else by.rstrip() for line in text.splitlines())


def address(page: Page, target: str, site: str) -> str:
    """Where a link of *page* leads from outside the site."""
    path, _, anchor = target.partition("#")
    if "://" in target or target.startswith("attachment:"):
        return target
    if not path:
        path = page.path
    elif not path.endswith((".md", ".ipynb")):
        return urljoin(site, target)
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    folder = folder.removesuffix(".md").removesuffix(".ipynb")
    folder = "" if folder == "index" else f"{folder}/"
    return joined(site, folder) + (f"#{anchor}" if anchor else "")


@lru_cache(maxsize=1024)
def joined(site: str, folder: str) -> str:
    """The address of *folder*, as seen from *site*."""
    return urljoin(site, folder)
