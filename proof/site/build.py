"""Builds the site: `python -m proof.site.build`. A page that is as the last build left it is left so.

Where nothing is known of the site as it stands, or what is part of every page has changed, MkDocs builds
everything; else only the pages that have changed are built again. Both leave the same site behind.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from proof.book import LANGUAGES
from proof.common.complaint import commanded, complain
from proof.common.files import digest, digest_of, load, save
from proof.common.places import ROOT
from proof.press import Digests, Edition, made_by
from proof.run import NOTEBOOKS
from proof.site.anchors import Anchors, noted, restore
from proof.site.english import english
from proof.site.faults import LEFT, ending_in_words, explained, settings
from proof.site.lists.feed import log_of
from proof.site.renew import Shown, files_below, frame, renew
from proof.site.workshop import log, search_of, sites, speak, workshop

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

BUILT = ".cache/built.json"


@dataclass(frozen=True)
class Built:
    """What the last build left, and what has to be known of it to build some pages of it again.

    `frame` names all that is part of every page, `files` what stands in the site; `anchors` are those of
    its pages, by language and path.
    """

    frame: str
    shown: Shown
    anchors: Mapping[str, Mapping[str, Anchors]]
    files: Digests


def standing(root: Path, folder: Path, around: str) -> Built | None:
    """What the last build of the book left in *folder*, if that and all *around* it are as they were."""
    try:
        found = load(root / BUILT)
        if found["frame"] != around or found["files"] != files_in(folder):
            return None
        anchors = {
            language: {path: Anchors(**known) for path, known in pages.items()}
            for language, pages in found["anchors"].items()
        }
        return Built(around, Shown(**found["shown"]), anchors, found["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def files_in(folder: Path) -> Digests:
    """The digests of the files in *folder*."""
    return {file.relative_to(folder).as_posix(): digest_of(file) for file in files_below(folder)}


def build_site(root: Path) -> None:
    """Build the site of the book below *root* where its settings say.

    Raises:
        Abort: if there is anything to warn of; where it is the book, the site is left as it was.
    """
    bare = settings(root, strict=True, plugins=[])
    around = frame_of(root, bare)
    with strictly("the site is left as it was, for the reasons above"):
        edition = workshop.open(root, bare.site_url or "")
    last = standing(root, Path(bare.site_dir), around)
    names = Shown.of(edition).changed_since(last.shown) if last else None
    if names != []:  # only now what makes a site is imported
        (root / BUILT).unlink(missing_ok=True)
        config = settings(root, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with ending_in_words(root):
                if last is None or names is None:
                    build(config)
                else:
                    renew_some(config, edition, names, last)
                keep(root, config, around)
        finally:
            config.plugins.on_shutdown()
    if names is not None:
        log.info("%d of %d pages built again", len(names), len(edition.leaves))


def frame_of(root: Path, config: MkDocsConfig) -> str:
    """Names all that is part of every page: files, settings from outside, and what builds them."""
    made = made_by(sites(config.site_url or ""))
    past = log_of(root, "docs", NOTEBOOKS) if config.extra.get("repository") else None
    around = [dict(frame(root)), made, dict(config.extra), config.site_dir, past]
    return digest(json.dumps(around, sort_keys=True))


def renew_some(config: MkDocsConfig, edition: Edition, names: list[str], last: Built) -> None:
    """Build the pages with these *names* again; of the others, have MkDocs know what was noted *last*.

    Raises:
        Abort: if there is anything to warn of.
    """
    workshop.side_by_side = False
    with strictly("the site is not whole, for the reasons above; the next build makes all of it"):
        for language in LANGUAGES:  # in this order, for the English settings replace those of the plugins
            if any(name.startswith(f"{language}/") for name in names):
                reopen(config if language == "zh" else english(config), last.anchors[language])
        renew(edition, names)
    again = {language: noted(half.files) for language, half in workshop.halves.items()}
    workshop.anchors = {**last.anchors, **again}


def reopen(config: MkDocsConfig, anchors: Mapping[str, Anchors]) -> None:
    """Have MkDocs know all of one language but what its pages hold; of that, only their *anchors*."""
    config = config.plugins.on_config(config)
    files, env = get_files(config), config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        (file.page or Page(None, file, config)).read_source(config)
    restore(files, anchors)
    index = Path(config.site_dir, "search/search_index.json").read_text(encoding="utf-8")
    search_of(config).search_index.entries = json.loads(index)["docs"]
    config.plugins.on_env(env, config=config, files=files)


@contextlib.contextmanager
def strictly(outcome: str) -> Iterator[None]:
    """Fail at the end with *outcome* if anything was warned of.

    Raises:
        Abort: if so.
    """
    counter, logger = CountHandler(), logging.getLogger("mkdocs")
    counter.setLevel(logging.WARNING)
    logger.addHandler(counter)
    try:
        yield
    finally:
        logger.removeHandler(counter)
    if counter.get_counts():
        raise Abort(outcome)


def keep(root: Path, config: MkDocsConfig, around: str) -> None:
    """Keep what is known of the site that was just built."""
    assert workshop.edition is not None
    shown, files = Shown.of(workshop.edition), files_in(Path(config.site_dir))
    save(root / BUILT, asdict(Built(around, shown, workshop.anchors, files)))


def main() -> int:
    """The command line; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m proof.site.build", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    root = parser.parse_args().root

    def work() -> int:
        speak()
        try:
            build_site(root)
        except Abort as error:
            return complain(error.message, int(error.code))
        return 0

    return commanded(work, LEFT, lambda error: explained(error, root))


if __name__ == "__main__":
    sys.exit(main())
