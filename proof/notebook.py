"""Writes a page out as a notebook to download. Its code is one script, whose sections are its cells.

A page says in its front matter which script that is: `notebook: snippets/mnist/mnist.py`. Its text
becomes cells between them, and what is recorded of the script stands as their output.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urljoin

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from proof.book import Book
from proof.items import Claim, Fence, Figure, without_proof
from proof.pages import FRONT_MATTER, Page

SETTING = re.compile(r"(?m)^notebook: (\S+)$")
HEADING_ID = re.compile(r"(?m)^(#+ .*?) \{ #[\w-]+ \}$")
NOTE = re.compile(r"(?ms)^/// (?:note|tip|warning|details) \| (.*?)\n(.*?)\n///$")
TAB = re.compile(r"(?m)^/// tab \| (.*)$")
LINK = re.compile(r"(?<!!)\[([^\]\[]*)\]\(([^()\s]+)\)")


def script_of(page: Page) -> str | None:
    """The script of the page's notebook, if it has one."""
    head = FRONT_MATTER.match(page.text)
    found = SETTING.search(head[0]) if head else None
    return found[1] if found else None


def notebook(book: Book, page: Page, site: str) -> str:
    """The notebook of *page* as JSON; *site* is where the pages of its language are.

    Raises:
        PageError: if something that the page shows is not there.
    """
    script = script_of(page)
    cells: list[nbformat.NotebookNode] = []
    code: dict[str | None, nbformat.NotebookNode] = {}
    text, place = "", FRONT_MATTER.match(page.text)
    start = place.end() if place else 0
    items: list[Fence | Figure] = sorted([*page.fences, *page.figures], key=lambda item: item.start)
    for item in items:
        text += page.text[start : item.start]
        start = item.end
        source = book.origin(page, item) if isinstance(item, Figure) or item.include else None
        own = source is not None and source.snippet.path == script
        if isinstance(item, Figure):
            if own and source:
                figure = str(source.section).split(".")[-2]
                svg = (book.root / str(source.section)).read_text(encoding="utf-8")
                code[figure].outputs.append(
                    new_output("display_data", {"image/svg+xml": svg, "text/plain": item.text})
                )
        elif own and source and source.is_record:
            code[source.section].outputs.append(new_output("stream", text=book.fence_shown(page, item)))
        elif own and source:
            cells += as_markdown(page, text, site)
            text = ""
            cells.append(new_code_cell(book.fence_shown(page, item).rstrip("\n")))
            code[source.section] = cells[-1]
        else:
            shown = book.fence_shown(page, item) if item.include else item.body
            text += f"``` {item.language}\n{shown}```\n"
    cells += as_markdown(page, text + page.text[start:], site)
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
    nbformat.validate(made)
    return str(nbformat.writes(made))


def as_markdown(page: Page, text: str, site: str) -> list[nbformat.NotebookNode]:
    """*text*, a part of *page*, as a cell in the Markdown that notebooks know; none if it is blank."""
    for item in page.proofs:
        written = page.text[item.start : item.end]
        text = text.replace(written, without_proof(written) if type(item) is Claim else "")
    text = HEADING_ID.sub(r"\1", text)
    text = NOTE.sub(lambda match: quoted(f"**{match[1]}**\n\n{match[2].strip()}"), text)
    text = TAB.sub(r"**\1**", text)
    text = re.sub(r"(?m)^///$", "", text)
    text = LINK.sub(lambda match: f"[{match[1]}]({address(page, match[2], site)})", text)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return [new_markdown_cell(text)] if text else []


def quoted(text: str) -> str:
    """*text* as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def address(page: Page, target: str, site: str) -> str:
    """Where a link of *page* leads from outside the site."""
    path, _, anchor = target.partition("#")
    if "://" in target:
        return target
    if not path:
        path = page.path
    elif not path.endswith(".md"):
        return urljoin(site, target)
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)).removesuffix(".md")
    folder = "" if folder == "index" else f"{folder}/"
    return urljoin(site, folder) + (f"#{anchor}" if anchor else "")
