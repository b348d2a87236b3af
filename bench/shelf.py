"""The folders of the contestants: the work in the form of each, and what it is changed into."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bench.contestants import OWN, PROOF, Contestant
from bench.forms import Files
from bench.watch import watched
from bench.work import Work
from proof.book import Book
from proof.check import parity
from proof.run import sections

#: What this project's folder takes from the checkout, and the static floors.
ENGINE = ("proof", "live", "theme", "docs/assets", "docs/card-font.otf", "docs/names.txt")
THEME = ("theme", "docs/assets")


@dataclass(frozen=True)
class Variants:
    """The files of a contestant: as they are at first, with a snippet edited, then a page, too."""

    original: Files
    snippet: Files
    page: Files

    def put(self, folder: Path, scenario: str) -> None:
        """Have *folder* hold the files for *scenario*; those that need no change are not touched."""
        files = {"snippet": self.snippet, "page": self.page, "check": self.page}.get(scenario, self.original)
        for path, text in files.items():
            file = folder / path
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")


def variants(contestant: Contestant, work: Work) -> Variants:
    """The files of *contestant* for *work*, before and after each edit."""
    edited = work.with_snippet_edited()
    forms = (contestant.form(version) for version in (work, edited, edited.with_page_edited()))
    return Variants(*forms)


def emptied(folder: Path, paths: tuple[str, ...]) -> None:
    """Remove *paths* from *folder*."""
    for path in paths:
        if (folder / path).is_dir():
            shutil.rmtree(folder / path)
        else:
            (folder / path).unlink(missing_ok=True)


def copied(root: Path, folder: Path, paths: tuple[str, ...]) -> None:
    """Have *folder* hold *paths* as *root* has them."""
    for path in paths:
        emptied(folder, (path,))
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if (root / path).is_dir():
            shutil.copytree(root / path, folder / path, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / path, folder / path)


def bound(root: Path, folder: Path, work: Work, variables: Mapping[str, str]) -> tuple[Variants, Work]:
    """Make this project's book of *work* in *folder*, with its records, by its own commands.

    Returns its files before and after each edit, and the work with what its scripts print.

    Raises:
        CommandError: if the book cannot be made.
    """

    def told(*words: str) -> None:
        watched([OWN, "-m", "proof", *words], folder, variables)

    copied(root, folder, ENGINE)
    bare, found = variants(PROOF, work), {}
    touched = work.touched
    for scenario, files in (("original", bare.original), ("snippet", bare.snippet), ("page", bare.page)):
        bare.put(folder, scenario)
        if scenario == "snippet":
            told("promote", f"work/{touched.parts[0].name}")
        elif scenario == "original":
            told("promote")
        parity.align(folder, Book(folder).pairs)
        made = [parity.ALIGNED, *(f"snippets/work/{part.name}.now.txt" for part in work.parts)]
        found[scenario] = files | {path: (folder / path).read_text(encoding="utf-8") for path in made}
    printed = {
        part.name: sections.body(found["original"][f"snippets/work/{part.name}.now.txt"], "stdout")
        for part in work.parts
    }
    return Variants(**found), replace(work, printed=printed)
