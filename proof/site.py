"""What MkDocs calls while it builds. Thin: it asks the other rooms and hands over Markdown."""

from __future__ import annotations

import atexit
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from proof.book import Book
from proof.expand import expand
from proof.judge import Judge
from proof.notebook import notebook, script_of
from proof.pages import Page, PageError, readable
from proof.policy import guarded
from proof.progress import Progress
from proof.runner import LaneError, Runner
from proof.runs import Store
from proof.snippets import SnippetError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as SitePage

log = logging.getLogger("mkdocs.hooks.proof")
logging.getLogger("jieba").setLevel(logging.WARNING)


class Workshop:
    """What one build of the site knows; the runner outlives it, so that `serve` stays warm."""

    def __init__(self) -> None:
        self.runner: Runner | None = None
        self.judge: Judge | None = None
        self.serving = False

    def open(self, root: Path) -> None:
        """Read the book afresh, run what has no kept run, and report all that is not true."""
        if self.runner is None:
            self.runner = Runner(Store(root / ".cache" / "runs"))
            atexit.register(self.runner.close)
        book, runs = Book(root), {}
        try:
            with Progress() as progress:
                runs = self.runner.run(book.requests(), progress.update)
        except (SnippetError, LaneError) as error:
            log.warning("%s", error)
        self.judge = Judge(book, runs)
        try:
            for problem in self.judge.problems():
                log.warning("%s", problem)
        except PageError as error:
            log.warning("%s", error)

    def page(self, language: str, path: str) -> Page | None:
        """The page of the book, if it is one."""
        return self.judge.book.pages.get((language, path)) if self.judge else None


workshop = Workshop()


def language_of(config: MkDocsConfig) -> str:
    """The language of the half of the site that *config* builds."""
    return Path(config.docs_dir).name


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the whole project."""
    return Path(config.config_file_path).parent


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes all by name
    """Note whether the site is built, or served to those who write it."""
    workshop.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Open the book, and teach its terms to what cuts Chinese into words for the search."""
    if language_of(config) == "zh":
        workshop.open(root_of(config))
        for term in workshop.judge.book.terms if workshop.judge else ():
            jieba.add_word(term.zh)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give both languages what stands in `docs/assets`, and each its notebooks."""
    folder = root_of(config) / "docs"
    for file in sorted((folder / "assets").rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            files.append(File(path, str(folder), config.site_dir, config.use_directory_urls))
    for (language, path), found in workshop.judge.book.pages.items() if workshop.judge else ():
        if workshop.judge and language == language_of(config) and readable(found).fences and script_of(found):
            try:
                content = notebook(workshop.judge.book, found, config.site_url or "")
            except PageError as error:
                log.warning("%s", error)
                continue
            files.append(File.generated(config, path.removesuffix(".md") + ".ipynb", content=content))
    return files


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Expand a page; and let the search put it first for the words that it says it is found by."""
    if "finds" in page.meta:
        page.meta["tags"] = re.split("[、,] ?", str(page.meta["finds"]))
    found = workshop.page(language_of(config), page.file.src_uri)
    if workshop.judge is None or found is None:
        return markdown
    try:
        return str(get_data(expand(workshop.judge, found))[0])
    except PageError as error:
        log.warning("%s", error)
        return f"{error}\n"


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Tell MkDocs of the ids of the fences, which it cannot see; the corner of a table heads nothing."""
    found = workshop.page(language_of(config), page.file.src_uri)
    if found and page.present_anchor_ids is not None:
        page.present_anchor_ids |= {fence.anchor for fence in found.fences if fence.anchor}
    return html.replace("<th></th>", "<td></td>")


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Give a page its policy, but for live reload, whose script is another each time."""
    return output if workshop.serving else guarded(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs passes all by name
    """Give the page that says that there is none its policy, too."""
    return output_content if workshop.serving or template_name != "404.html" else guarded(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Build the English half into the Chinese one."""
    if language_of(config) == "zh":
        english = load_config(
            str(root_of(config) / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / "en"),
            site_url=f"{config.site_url}en/",
            strict=config.strict,
        )
        build(english)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001 - MkDocs passes all by name
    """Watch what MkDocs does not watch of itself."""
    for path in ("docs/en", "docs/assets", "snippets", "theme", "mkdocs.en.yml"):
        server.watch(str(root_of(config) / path))
    return server
