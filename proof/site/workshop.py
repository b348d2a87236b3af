"""What one build of the site knows, and what outlives it, so that `serve` stays warm."""

from __future__ import annotations

import atexit
import importlib
import logging
import os
import threading
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from proof.book import LANGUAGES
from proof.common.complaint import BookError
from proof.common.progress import Progress
from proof.press import Edition, Leaf, Sites, kept
from proof.site.live.pack import packed

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from proof.press.press import Press
    from proof.site.anchors import Anchors

log = logging.getLogger("mkdocs.plugins.proof")
# What it keeps for the next time, it keeps beside what others keep; that it cannot is no matter.
jieba.dt.cache_file = f"jieba-{os.getuid()}.cache"
logging.getLogger("jieba").setLevel(logging.CRITICAL)


class Positive(c.Type[int]):
    """A number from 1 on."""

    def run_validation(self, value: object) -> int:
        """See that it is one."""
        found = super().run_validation(value)
        if isinstance(found, bool) or not isinstance(found, int) or found < 1:
            raise ValidationError(f"Expected a number from 1 on but received: {found!r}")
        return found


class Settings(Config):
    """What the settings of a half of the site say to this plugin.

    `other_half` are the settings of the half that is built into this one; `jobs` is how many scripts run at a
    time.
    """

    language = c.Choice(LANGUAGES)
    other_half = c.Optional(c.File(exists=True))
    jobs = c.Optional(Positive(int))


@dataclass
class Half:
    """What MkDocs made of one language in the last whole build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    index: SearchIndex


class Workshop:
    """What one build of the site knows; the press outlives it. There is one for both halves.

    They are built `side_by_side` unless pages will be built again in this process. `live` is the folder with
    the Python that pages run, if it is here.
    """

    def __init__(self) -> None:
        self.settings: dict[str, Settings] = {}
        self.press: Press | None = None
        self.edition: Edition | None = None
        self.live: Path | None = None
        self.anchors: dict[str, Mapping[str, Anchors]] = {}
        self.navs: dict[str, Navigation] = {}
        self.halves: dict[str, Half] = {}
        self.taught: set[str] = set()
        self.serving = False
        self.side_by_side = True

    def settings_of(self, config: MkDocsConfig) -> Settings:
        """What the settings of a half, *config*, say of us."""
        return self.settings[config.config_file_path]

    def language_of(self, config: MkDocsConfig) -> str:
        """The language of the half of the site that *config* builds."""
        return self.settings_of(config).language

    def open(self, root: Path, site: str, jobs: int | None = None) -> Edition:
        """Have an edition made, unless there is one of the book as it is; report all that is not true."""
        self.live = packed(root)
        self.edition = None if self.serving else kept(root, sites(site))
        if self.edition is None:
            self.press = self.press or press(root, sites(site), jobs)
            with Progress() as progress, ExitStack() as ending:

                def tell(done: int, total: int, now: str) -> None:
                    if not done:  # others import the libraries now, and there is nothing to do but wait
                        aside = threading.Thread(target=warm_up)
                        aside.start()
                        ending.callback(aside.join)  # an import that outlives the build fails in sight
                    progress.count(done, total, now)

                self.edition = self.press.edition(tell)
        for problem in self.edition.problems:
            log.warning("%s", problem)
        return self.edition

    def leaf(self, config: MkDocsConfig, path: str) -> Leaf | None:
        """The page of the book at *path*, if it is one."""
        return self.edition.leaves.get(f"{self.language_of(config)}/{path}") if self.edition else None

    def sent(self, config: MkDocsConfig, leaf: Leaf) -> Mapping[str, str]:
        """What a page of a half needs to run its scripts, by path; the Chinese half has it for both."""
        return leaf.live if self.live and self.language_of(config) == LANGUAGES[0] else {}

    def teach(self, terms: Iterable[str]) -> None:
        """Teach *terms*, each once, to what cuts Chinese into words for the search."""
        for term in terms:
            if term not in self.taught:
                jieba.add_word(term)
                self.taught.add(term)


def warm_up() -> None:
    """Import what a site is made with, and does not come to itself."""
    jieba.initialize()
    importlib.import_module("mkdocs_jupyter.plugin")


workshop = Workshop()


def press(root: Path, sites: Sites, jobs: int | None) -> Press:
    """What makes editions. It imports much that a build of a kept one can do without."""
    from proof.press.press import Press
    from proof.run import Runner, Store

    runner = Runner(Store(root / ".cache" / "runs"), jobs)
    atexit.register(runner.close)
    return Press(root, runner, sites)


def sites(site: str) -> Sites:
    """Where the pages in each language lie, if *site* is where the site is published."""
    return {"zh": site, "en": f"{site}en/"}


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the whole project."""
    return Path(config.config_file_path).parent


def search_of(config: MkDocsConfig) -> SearchPlugin:
    """What writes the index of the search. Both languages share it, and take turns."""
    found = config.plugins.get("material/search")
    if not isinstance(found, SearchPlugin):
        name = Path(config.config_file_path).name
        raise BookError(f"{name}:1: the settings name no plugin search, by which this site is made")
    return found


def speak() -> None:
    """Have MkDocs, and us within it, say what is done where errors go."""
    handler = logging.StreamHandler()
    handler.setFormatter(Plain("%(levelname)-7s -  %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


class Plain(logging.Formatter):
    """Says what there is to say without where in some library it came up."""

    def format(self, record: logging.LogRecord) -> str:
        """The first line of a message that holds a traceback, and the last; any other as it is."""
        lines = super().format(record).splitlines()
        if any(line.startswith('  File "') for line in lines):
            lines = [f"{lines[0]} {lines[-1].strip()}"]
        return "\n".join(lines)
