"""What MkDocs calls while it builds. Thin: it asks the other rooms and hands over Markdown."""

from __future__ import annotations

import atexit
import contextlib
import logging
import multiprocessing
import os
import re
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from jinja2 import FileSystemBytecodeCache
from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from proof.anchors import Anchors, noted
from proof.cards import card
from proof.downloads import linked
from proof.edition import Edition, Leaf, Sites, kept
from proof.pages import Page, PageError
from proof.policy import guarded
from proof.preload import preloaded
from proof.progress import Progress
from proof.snippets import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage

    from proof.press import Press
    from proof.runs import Run

#: Where templates are kept as compiled, which takes longer than to fill them in.
COMPILED = ".cache/templates"
log = logging.getLogger("mkdocs.hooks.proof")
logging.getLogger("jieba").setLevel(logging.WARNING)


@dataclass
class Half:
    """What MkDocs made of one language in the last whole build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    index: SearchIndex


class Workshop:
    """What one build of the site knows; the press outlives it, so that `serve` stays warm.

    The halves are built `side_by_side` unless pages will be built again in this process.
    """

    def __init__(self) -> None:
        self.press: Press | None = None
        self.edition: Edition | None = None
        self.english: tuple[BaseProcess, Connection] | None = None
        self.anchors: dict[str, Mapping[str, Anchors]] = {}
        self.navs: dict[str, Navigation] = {}
        self.halves: dict[str, Half] = {}
        self.taught: set[str] = set()
        self.serving = False
        self.side_by_side = True

    def open(self, root: Path, site: str) -> Edition:
        """Have an edition made, unless there is one of the book as it is; report all that is not true."""
        self.edition = None if self.serving else kept(root, sites(site))
        if self.edition is None:
            self.press = self.press or press(root, sites(site))
            with Progress() as progress:

                def update(done: int, total: int, run: Run | None) -> None:
                    if run is None:  # others import the libraries now, and there is nothing to do but wait
                        threading.Thread(target=jieba.initialize, daemon=True).start()
                    progress.update(done, total, run)

                self.edition = self.press.edition(update)
        for problem in self.edition.problems:
            log.warning("%s", problem)
        return self.edition

    def leaf(self, config: MkDocsConfig, path: str) -> Leaf | None:
        """The page of the book at *path*, if it is one."""
        return self.edition.leaves.get(f"{language_of(config)}/{path}") if self.edition else None


workshop = Workshop()


def press(root: Path, sites: Sites) -> Press:
    """What makes editions. It imports much that a build of a kept one can do without."""
    from proof.press import Press
    from proof.runner import Runner
    from proof.runs import Store

    runner = Runner(Store(root / ".cache" / "runs"))
    atexit.register(runner.close)
    return Press(root, runner, sites)


def sites(site: str) -> Sites:
    """Where the pages in each language lie, if *site* is where the site is published."""
    return {"zh": site, "en": f"{site}en/"}


def speak() -> None:
    """Have MkDocs, and us within it, say what is done where errors go."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s -  %(message)s")


def language_of(config: MkDocsConfig) -> str:
    """The language of the half of the site that *config* builds."""
    return Path(config.docs_dir).name


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the whole project."""
    return Path(config.config_file_path).parent


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes all by name
    """Note whether the site is built, or served to those who write it."""
    workshop.serving = command == "serve"
    workshop.side_by_side = not workshop.serving


def on_pre_build(config: MkDocsConfig) -> None:
    """Open the book."""
    if language_of(config) == "zh":
        workshop.open(root_of(config), config.site_url or "")


def teach(terms: Iterable[str]) -> None:
    """Teach *terms*, each once, to what cuts Chinese into words for the search."""
    for term in terms:
        if term not in workshop.taught:
            jieba.add_word(term)
            workshop.taught.add(term)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give both languages what stands in `docs/assets` and the products, and each what its pages offer.

    From here on the English half is built beside the Chinese one, where they are built side by side.
    """
    teach(workshop.edition.terms if workshop.edition else ())
    if language_of(config) == "zh" and workshop.side_by_side:
        context = multiprocessing.get_context("fork")
        receiver, sender = context.Pipe(duplex=False)
        ours = (config, sender, os.getpid())
        process = context.Process(target=build_beside, args=ours, daemon=True)
        process.start()
        sender.close()
        workshop.english = process, receiver
    folder = root_of(config) / "docs"
    for file in sorted((folder / "assets").rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            files.append(File(path, str(folder), config.site_dir, config.use_directory_urls))
    offered, needed = dict[str, str](), dict[str, None]()
    for product in sorted((root_of(config) / FOLDER).glob("*/*.bin")):
        name = f"assets/{product.parent.name}/{product.name}"
        files.append(File.generated(config, name, abs_src_path=str(product)))
    for name, leaf in workshop.edition.leaves.items() if workshop.edition else ():
        language, _, own = name.partition("/")
        if language == language_of(config):
            offered |= leaf.files
            needed |= dict.fromkeys(leaf.beside)
            try:
                drawn = card(Page(root_of(config), language, own))
            except PageError as error:
                log.warning("%s", error)
                continue
            path = f"cards/{own.removesuffix('.md')}.png"
            files.append(File.generated(config, path, abs_src_path=str(drawn)))
    for path, content in offered.items():
        files.append(File.generated(config, path, content=content))
    for path in needed:
        files.append(File.generated(config, path, abs_src_path=str(root_of(config) / path)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs passes all by name
    """Remember what each page shows of the others."""
    workshop.navs[language_of(config)] = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Keep what pages are built with, so that one can be built again; and the templates as compiled."""
    compiled = root_of(config) / COMPILED
    with contextlib.suppress(OSError):
        compiled.mkdir(parents=True, exist_ok=True)
    if os.access(compiled, os.W_OK):
        env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    nav, index = workshop.navs[language_of(config)], search_of(config).search_index
    workshop.halves[language_of(config)] = Half(config, files, nav, env, index)


def search_of(config: MkDocsConfig) -> SearchPlugin:
    """What writes the index of the search. Both languages share it, and take turns."""
    found = config.plugins["material/search"]
    assert isinstance(found, SearchPlugin)
    return found


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Expand a page; and let the search put it first for the words that it says it is found by."""
    if "finds" in page.meta:
        page.meta["tags"] = re.split("[、,] ?", str(page.meta["finds"]))
    leaf = workshop.leaf(config, page.file.src_uri)
    return str(get_data(leaf.text)[0]) if leaf else markdown


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Tell MkDocs of the ids of the fences, which it cannot see; let each lead to the file that it shows.

    The corner of a table heads nothing.
    """
    leaf = workshop.leaf(config, page.file.src_uri)
    if leaf and page.present_anchor_ids is not None:
        page.present_anchor_ids |= set(leaf.anchors)
    if leaf:
        html = linked(html, leaf.scripts, page.url, language_of(config))
    return html.replace("<th></th>", "<td></td>")


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Give a page its policy, but for live reload, whose script is another each time."""
    return output if workshop.serving else guarded(preloaded(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Give the page that says that there is none its policy, too."""
    return (
        output_content
        if workshop.serving or template_name != "404.html"
        else guarded(preloaded(output_content))
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Note what can be linked to, and wait for the English half, which stands in the Chinese one.

    Raises:
        BuildError: if it could not be built.
        OSError: if the machine did not let it be.
    """
    workshop.anchors[language_of(config)] = noted(workshop.halves[language_of(config)].files)
    if language_of(config) == "zh":
        if workshop.english is None:
            build_english(config)
            return
        process, receiver = workshop.english
        found: Mapping[str, Anchors] | OSError | None = None
        with contextlib.suppress(EOFError):
            found = receiver.recv()
        process.join()
        if isinstance(found, OSError):
            raise found
        if found is None:
            raise BuildError("the English half could not be built")
        workshop.anchors["en"] = found


def build_beside(config: MkDocsConfig, sender: Connection, parent: int) -> None:
    """Build the English half in a process of its own, which ends when *parent* does.

    Send its anchors, or why the machine did not let it be built.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.05)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        build_english(config)
        sender.send(workshop.anchors["en"])
    except OSError as error:
        sender.send(error)


def build_english(config: MkDocsConfig) -> None:
    """Build the English half into the Chinese one, whose *config* is given."""
    build(english(config))


def english(config: MkDocsConfig) -> MkDocsConfig:
    """The settings of the English half, which stands in the Chinese one, whose *config* is given."""
    return load_config(
        str(root_of(config) / "mkdocs.en.yml"),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=f"{config.site_url}en/",
        strict=config.strict,
    )
