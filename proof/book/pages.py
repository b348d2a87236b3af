"""Finds the pages of a book."""

from __future__ import annotations

from pathlib import Path

from proof.book.page.notebook import Notebook
from proof.book.page.page import Page
from proof.common.complaint import UsageError
from proof.common.naming import hidden
from proof.run import FOLDER, NOTEBOOKS


def ensure_book(root: Path) -> None:
    """See that there may be a book at *root*.

    Raises:
        UsageError: if there is none.
    """
    if not (root / "docs").is_dir() and not (root / FOLDER).is_dir():
        raise UsageError(f"there is no book at {root}: it has neither docs/ nor {FOLDER}/")


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
