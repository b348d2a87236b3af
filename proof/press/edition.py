"""An edition: the book as the site shows it, page by page, and all in it that is not true.

It is kept beside the runs, with digests of all that it was made of, so that a build before which nothing
has changed judges nothing again, and any other only the pages under which something has. `proof.press.press`
makes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from proof.book import LANGUAGES, SETTINGS
from proof.common.files import digest, digest_of, load, save, state_of
from proof.common.places import ENGINE
from proof.run import FOLDER, HOMES, IN_PAGE, LANES, Lane, datasets

EDITION = ".cache/edition.json"
#: What the engine is made of: modules and templates.
MADE_OF = (".py", ".j2", ".json")
#: What the verdict on a book rests on, too, beside its own files: what commands of its pages name, and more.
AROUND = ("Makefile", "pyproject.toml", "tests/equivalents.toml")
#: The digests of files, by path; None for one that cannot be read.
Digests = Mapping[str, str | None]
#: Where the pages in each language lie.
Sites = Mapping[str, str]


@dataclass(frozen=True)
class Leaf:
    """One page of an edition.

    `grounds` names all that it was made of: where that is the same, so is the page. `text` is its Markdown,
    expanded; `anchors` are the ids of its blocks; `files` are what it offers to take along, by path among
    the pages of its language. `scripts` names those of them that its blocks show, each with the files that
    it needs beside it, and their digests. `live` is what a page needs to run those of its scripts that it can
    run, by path in the site, the same in both languages. `problems` are its own, `parted` those of both
    languages together, `misread` what the site would show otherwise than it was judged.
    """

    grounds: str
    text: str
    anchors: list[str]
    files: Mapping[str, str]
    scripts: Mapping[str, Mapping[str, str | None]]
    live: Mapping[str, str]
    problems: list[str]
    parted: list[str]
    misread: list[str]

    @property
    def beside(self) -> list[str]:
        """The paths of the files that its scripts need beside them."""
        return sorted({path for needed in self.scripts.values() for path in needed})


@dataclass(frozen=True)
class Edition:
    """The pages, by language and path (`zh/sequential.md`), all problems, and the terms in Chinese."""

    leaves: Mapping[str, Leaf]
    problems: list[str]
    terms: list[str]


@dataclass(frozen=True)
class Grounds:
    """What an edition was made of: the files of the book, what its runs read beside them, and data sets."""

    files: Digests
    reads: Digests
    data: Collection[str]


def kept(root: Path, sites: Sites) -> Edition | None:
    """The last edition of the book below *root* in which all was true, if all that made it is as it was."""
    try:
        found = load(root / EDITION)
        if found["made by"] != made_by(sites) or found["files"] != digests(root):
            return None
        if any(state_of(root, path) != known for path, known in found["reads"].items()):
            return None
        if any(datasets.find(name).identity != known for name, known in found["data"].items()):
            return None
        return Edition(leaves_of(found), found["edition"]["problems"], found["edition"]["terms"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remembered(root: Path, sites: Sites) -> Mapping[str, Leaf]:
    """The pages of the last edition in which all was true, each of which holds while its grounds do."""
    try:
        found = load(root / EDITION)
        return leaves_of(found) if found["made by"] == made_by(sites) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def leaves_of(document: dict[str, Any]) -> dict[str, Leaf]:
    """The pages in the *document* that keeps an edition."""
    return {name: Leaf(**leaf) for name, leaf in document["edition"]["leaves"].items()}


def keep(root: Path, sites: Sites, edition: Edition, made_of: Grounds) -> None:
    """Keep *edition*, unless the book has changed since it was begun."""
    if digests(root) == made_of.files:
        known = {name: datasets.find(name).identity for name in made_of.data}
        made_of_all = {"files": dict(made_of.files), "reads": dict(made_of.reads), "data": known}
        save(root / EDITION, {"made by": made_by(sites), **made_of_all, "edition": asdict(edition)})


def held_against() -> tuple[Lane, ...]:
    """The lanes whose runs decide what an edition shows: the homes, or with `LANES=all` all that are here."""
    everything = os.environ.get("LANES") == "all"
    return tuple(lane for lane in LANES.values() if lane in HOMES or (everything and lane.ready))


def made_by(sites: Sites) -> str:
    """Names what makes an edition of a book: this engine, the lanes as they are installed, and where to."""
    engine = {
        str(file.relative_to(ENGINE)): digest_of(file)
        for file in sorted(ENGINE.rglob("*"))
        if file.suffix in MADE_OF
    }
    lanes = [[lane.name, lane.ready, lane.installed] for lane in (*held_against(), IN_PAGE)]
    return digest(json.dumps([engine, lanes, dict(sites)], sort_keys=True))


def digests(root: Path) -> Digests:
    """The digests of the files of the book."""
    docs = root / "docs"
    folders = [*(docs / language for language in LANGUAGES), root / FOLDER]
    files = [
        *(root / name for name in (*SETTINGS, *AROUND)),
        *(root / "requirements").glob("*.txt"),
        *docs.glob("*"),
        *(file for folder in folders for file in folder.rglob("*")),
    ]
    return {file.relative_to(root).as_posix(): digest_of(file) for file in sorted(files) if file.is_file()}
