"""Has mkdocs-jupyter show the cells of a page that is a notebook, and MkDocs its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_jupyter.config import settings

from proof.common.files import digest, digest_of, write_atomically

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from proof.press import Leaf

#: Where the notebooks are that are shown, for each language.
SHOWN = ".cache/shown"
#: A cell as our template marks it, and its place among the words.
CELL = re.compile(r"<!--cell ([\w-]+)-->(.*?)<!--end-->", re.DOTALL)
PLACE = re.compile(r'<div data-cell="([\w-]+)"></div>')

settings.templates_dir = str(Path(__file__).parent / "templates")


def placed(root: Path, language: str, path: str, leaf: Leaf) -> str | None:
    """The folder in which the notebook that is the page at *path* lies to be shown; None if it is none."""
    if not path.endswith(".ipynb"):
        return None
    folder = root / SHOWN / language
    text = next((text for name, text in leaf.files.items() if name.endswith(".ipynb")), "")
    if digest_of(folder / path) != digest(text):
        write_atomically(folder / path, text)
    return str(folder)


def in_words(cells: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The HTML of a *page* of words, rendered as any other, with the rendered *cells* in their places."""
    type(page).render(page, config, files)
    shown = dict(CELL.findall(cells))
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *shown}
    return PLACE.sub(lambda place: shown[place[1]], str(page.content))
