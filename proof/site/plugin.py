"""The plugin of MkDocs. Thin: it asks the other rooms and hands over Markdown.

One instance serves both halves of the site, as that of the search does; what it knows is the workshop's.
"""

from __future__ import annotations

import contextlib
import json
import os
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.utils.meta import get_data

from proof.book import LANGUAGES, PageError, page_at, traditional, typed
from proof.common.complaint import MachineError
from proof.press import card, linked, with_marks
from proof.run import FOLDER
from proof.site.anchors import noted
from proof.site.cells import in_words, placed
from proof.site.english import Beside, build_english
from proof.site.faults import ending_in_words, readable, stopped
from proof.site.lists.contents import list_for_machines, listed
from proof.site.lists.feed import feed
from proof.site.live.pack import SENT
from proof.site.sent import (
    at_the_root,
    bare_script,
    bare_styles,
    curly,
    guarded,
    plain_proofs,
    preloaded,
    said_without,
    slim,
    unheard,
    whole,
    without_buttons,
    without_unused_colours,
)
from proof.site.workshop import Half, Settings, log, root_of, search_of, workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage

#: What our styles and scripts become, by the ends of their names.
BARED = {".css": bare_styles, ".js": bare_script}
#: The theme's colours.
PALETTE = re.compile(r"assets/stylesheets/palette\.\w+\.min\.css")
#: Where templates are kept as compiled, which takes longer than to fill them in.
COMPILED = ".cache/templates"


class ProofPlugin(BasePlugin[Settings]):
    """Shows the book: runs its scripts, judges its pages, and expands them."""

    def __init__(self) -> None:
        self.beside: Beside | None = None

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> Any:
        """Keep the settings of each half, for those of the next one take their place here."""
        found = super().load_config(options, config_file_path)
        workshop.settings[str(config_file_path)] = self.config
        return found

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes all by name
        """Note whether the site is built, or served to those who write it."""
        workshop.serving = command == "serve"
        workshop.side_by_side = not workshop.serving

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Open the book.

        Raises:
            BuildError: if the build is strict, and something is not true, or if something else is served
                where the site is to be. The site is left as it was.
        """
        settings = workshop.settings_of(config)
        if settings.other_half:
            if workshop.serving and not workshop.halves:
                from proof.site.serve import see_that_it_is_free

                try:
                    see_that_it_is_free(*config.dev_addr, "mkdocs serve -a HOST:PORT")
                except MachineError as error:
                    raise BuildError(str(error)) from None
            readable(config.theme.get_env(), root_of(config), config.theme.dirs)
            edition = workshop.open(root_of(config), config.site_url or "", settings.jobs)
            if workshop.live is None:
                log.info("the site has no Run buttons; `make live` packs what they need")
            if edition.problems and config.strict:
                raise BuildError("the site is left as it was, for the reasons above")

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """End a build in words, whatever ends it; MkDocs does so for errors that it knows alone.

        Raises:
            Abort: in words.
        """
        if not isinstance(error, BuildError):
            root = Path(next(iter(workshop.settings), "mkdocs.yml")).parent
            raise stopped(error, root) from error

    @event_priority(100)  # before what shows notebooks looks for them
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give both languages what stands in `docs/assets` and the products, and each what its pages offer.

        From here on the English half is built beside the Chinese one, unless pages will be built again in
        this process.
        """
        workshop.teach(workshop.edition.terms if workshop.edition else ())
        if workshop.settings_of(config).other_half and workshop.side_by_side:
            self.beside = Beside(config)
        folder = root_of(config) / "docs"
        for file in sorted((folder / "assets").rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.suffix in BARED:
                content = BARED[file.suffix](file.read_text(encoding="utf-8"))
                files.append(File.generated(config, path, content=content))
            elif file.is_file():
                files.append(File(path, str(folder), config.site_dir, config.use_directory_urls))
        for product in sorted((root_of(config) / FOLDER).glob("*/*.bin")):
            name = f"assets/{product.parent.name}/{product.name}"
            files.append(File.generated(config, name, abs_src_path=str(product)))
        root, language = root_of(config), workshop.language_of(config)
        words = {
            "also": typed(root, language),
            "menu": [page_at(root, language, path).folder for path in listed(config.nav)],
            "traditional": traditional(root) if language == "zh" else "",
        }
        content = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        files.append(File.generated(config, "search/words.json", content=content))
        self.add_what_pages_offer(files, config)
        if workshop.live and workshop.settings_of(config).other_half:
            for file in sorted(workshop.live.iterdir()):
                files.append(File.generated(config, f"{SENT}{file.name}", abs_src_path=str(file)))
        for colours in [file for file in files if PALETTE.fullmatch(file.src_uri)]:
            styles = without_unused_colours(colours.content_string)
            files.remove(colours)
            files.append(File.generated(config, colours.src_uri, content=styles))
        return files

    def add_what_pages_offer(self, files: Files, config: MkDocsConfig) -> None:
        """Add to *files* the card of each page of a half, its scripts and its notebook."""
        offered, needed = dict[str, str](), dict[str, None]()
        for name, leaf in workshop.edition.leaves.items() if workshop.edition else ():
            language, _, own = name.partition("/")
            if language != workshop.language_of(config):
                continue
            offered |= {**leaf.files, **workshop.sent(config, leaf)}
            needed |= dict.fromkeys(leaf.beside)
            try:
                drawn = card(page_at(root_of(config), language, own))
            except PageError as error:
                log.warning("%s", error)
                continue
            path = f"cards/{own.rpartition('.')[0]}.png"
            files.append(File.generated(config, path, abs_src_path=str(drawn)))
            if folder := placed(root_of(config), language, own, leaf):
                files.append(File(own, folder, config.site_dir, config.use_directory_urls))
        for path, content in offered.items():
            file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=content)
            file.dest_uri = path  # MkDocs would take it for a page
            files.append(file)
        files.append(File.generated(config, "llms.txt", content=list_for_machines(config)))
        changes = feed(config)
        config.extra["feed"] = bool(changes)
        if changes:
            files.append(File.generated(config, "feed.xml", content=changes))
        for path in needed:
            files.append(File.generated(config, path, abs_src_path=str(root_of(config) / path)))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> None:
        """Name the parts of the menu in the language of the half; remember what each page shows of others.

        The English half inherits the menu, whose parts have their Chinese names.
        """
        names = config.extra.get("parts", {})
        for part in nav.items:
            if isinstance(part, Section) and workshop.language_of(config) != LANGUAGES[0]:
                if part.title not in names:
                    log.warning(
                        "mkdocs.en.yml: `extra.parts` has no name for %s, a part of the menu", part.title
                    )
                part.title = names.get(part.title, part.title)
        workshop.navs[workshop.language_of(config)] = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep what pages are built with, to build one again; and the templates as compiled."""
        compiled = root_of(config) / COMPILED
        with contextlib.suppress(OSError):
            compiled.mkdir(parents=True, exist_ok=True)
        if os.access(compiled, os.W_OK):
            env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        language = workshop.language_of(config)
        nav, index = workshop.navs[language], search_of(config).search_index
        workshop.halves[language] = Half(config, files, nav, env, index)

    def on_page_read_source(self, *, page: SitePage, config: MkDocsConfig) -> str | None:
        """Give the words of a page that is a notebook."""
        leaf = workshop.leaf(config, page.file.src_uri)
        return leaf.text if leaf and page.file.src_uri.endswith(".ipynb") else None

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, **_: Any) -> str:
        """Expand a page; and let the search put it first for the words that it says it is found by."""
        if page.is_homepage:  # which says a little of everything
            page.meta["search"] = {"boost": 0.5}
        if "finds" in page.meta:
            page.meta["tags"] = re.split("[、,] ?", str(page.meta["finds"]))
        leaf = workshop.leaf(config, page.file.src_uri)
        return str(get_data(leaf.text)[0]) if leaf else markdown

    def on_page_context(self, context: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Have what a reader chooses kept for both languages: the theme keeps it for the folder of each."""
        up = "." if workshop.language_of(config) == "zh" else ".."
        config.extra["scope"] = posixpath.join(context["base_url"], up)
        return context

    def on_template_context(self, context: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Do the same on the page that says that there is none."""
        return self.on_page_context(context, config=config)

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs of the ids of the fences, which it cannot see; let each lead to the file that it shows.

        The corner of a table heads nothing.
        """
        leaf = workshop.leaf(config, page.file.src_uri)
        if page.file.src_uri.endswith(".ipynb"):
            html = in_words(html, page, config, files)
        if leaf and page.present_anchor_ids is not None:
            page.present_anchor_ids |= set(leaf.anchors)
        if leaf:
            html = whole(plain_proofs(html))
            html = linked(html, leaf.scripts, page.url, workshop.language_of(config))
            html = with_marks(html, workshop.language_of(config))
            html = said_without(unheard(html), workshop.language_of(config))
            if workshop.language_of(config) == "en":
                html = curly(html)
        return html.replace("<th></th>", "<td></td>")

    def on_post_page(self, output: str, *, config: MkDocsConfig, **_: Any) -> str:
        """Give a page its policy, but for live reload, whose script is another each time."""
        output = output if workshop.live else without_buttons(output)
        output = output if workshop.language_of(config) == LANGUAGES[0] else at_the_root(output)
        return output if workshop.serving else guarded(preloaded(slim(output)))

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig, **_: Any
    ) -> str:
        """Give the page that says that there is none its policy, too."""
        if workshop.serving or template_name != "404.html":
            return output_content
        if workshop.language_of(config) != LANGUAGES[0]:
            output_content = at_the_root(output_content)
        return guarded(preloaded(slim(output_content)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Note what can be linked to, and wait for the English half, which stands in the Chinese one.

        Raises:
            BuildError: if it could not be built.
            OSError: if the machine did not let it be.
        """
        language = workshop.language_of(config)
        workshop.anchors[language] = noted(workshop.halves[language].files)
        if not workshop.settings_of(config).other_half:
            return
        if self.beside is None:
            build_english(config)
        else:
            workshop.anchors["en"] = self.beside.anchors()
            self.beside = None

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002 - MkDocs passes all by name
    ) -> LiveReloadServer:
        """Have `mkdocs serve` follow all that the site is made of, and build only what has changed."""
        from proof.site.serve import WATCHED, Preview

        preview = Preview(root_of(config), Path(config.site_dir), str(config.site_url))
        with ending_in_words(root_of(config)):
            preview.note()
            preview.warm()
        server.builder = preview.build
        for name in WATCHED:
            server.watch(str(root_of(config) / name))
        return server
