"""Builds those pages of a site again that have changed. It leaves what building everything would leave."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page

from proof.book import FRONT_MATTER, LANGUAGES
from proof.common.files import digest, digest_of, write_atomically
from proof.press import Digests, Edition, Leaf
from proof.run import FOLDER
from proof.site.cells import placed
from proof.site.live.pack import MANIFEST, packed
from proof.site.workshop import Half, root_of, search_of, workshop

#: What is part of every page, beside its own text.
FRAME = ("mkdocs.yml", "mkdocs.en.yml", "theme", "docs/assets", "docs/card-font.otf", "docs/glossary.toml")


@dataclass(frozen=True)
class Shown:
    """What a site shows: by page a digest of its contents, and of what others show of it; and the terms."""

    contents: Mapping[str, str]
    outside: Mapping[str, str]
    terms: list[str]

    @classmethod
    def of(cls, edition: Edition) -> Shown:
        """What a site of *edition* shows."""
        leaves = edition.leaves
        return cls(
            {name: contents(leaf) for name, leaf in leaves.items()},
            {name: outside(leaf) for name, leaf in leaves.items()},
            edition.terms,
        )

    def changed_since(self, old: Shown) -> list[str] | None:
        """The pages that have to be built again; None if all have to be."""
        if (self.outside, self.terms) != (old.outside, old.terms):
            return None
        return [name for name, known in self.contents.items() if known != old.contents[name]]


def contents(leaf: Leaf) -> str:
    """Names all of a page that a reader gets."""
    taken = [dict(leaf.files), dict(leaf.scripts), dict(leaf.live)]
    return digest(json.dumps([leaf.text, leaf.anchors, *taken], sort_keys=True))


def outside(leaf: Leaf) -> str:
    """Names what is seen of a page outside of it: its front matter, and the names of its files."""
    head = FRONT_MATTER.match(leaf.text)
    names = [sorted(leaf.files), sorted(leaf.beside), sorted(leaf.live)]
    return digest(json.dumps([head[0] if head else "", *names]))


def frame(root: Path) -> Digests:
    """The digests of all files below *root* that are part of every page, or of the site beside its pages."""
    files = [file for name in FRAME for file in files_below(root / name)]
    files += (root / FOLDER).glob("*/*.bin")
    for language in LANGUAGES:
        files += (file for file in files_below(root / "docs" / language) if file.suffix != ".md")
    live = packed(root)
    files += [live / MANIFEST] if live else []
    return {file.relative_to(root).as_posix(): digest_of(file) for file in files}


def files_below(path: Path) -> list[Path]:
    """The files in a folder, or the file."""
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def renew(edition: Edition, names: list[str]) -> None:
    """Build the pages with these *names* again, as *edition* has them, and what is searched of them."""
    for language, half in workshop.halves.items():
        paths = [name.partition("/")[2] for name in names if name.startswith(f"{language}/")]
        if paths:
            renew_half(half, {path: edition.leaves[f"{language}/{path}"] for path in paths})


def renew_half(half: Half, leaves: Mapping[str, Leaf]) -> None:
    """Build the pages of one language at the paths of *leaves* again."""
    files = half.files.documentation_pages()
    search = search_of(half.config)
    search.search_index = half.index
    changed = [file.page for file in files if file.page and file.src_uri in leaves]
    for path in leaves:
        placed(root_of(half.config), workshop.language_of(half.config), path, leaves[path])
    for page in changed:
        _populate_page(page, half.config, half.files)
    for page in changed:
        others = [entry for entry in half.index.entries if page_of(entry) != page.url]
        half.index.entries = others
        _build_page(page, half.config, files, half.nav, half.env)
        leaf = leaves[page.file.src_uri]
        for path, content in {**leaf.files, **workshop.sent(half.config, leaf)}.items():
            write_atomically(Path(half.config.site_dir, path), content)
        for path in leaves[page.file.src_uri].beside:
            write_atomically(Path(half.config.site_dir, path), (root_of(half.config) / path).read_bytes())
    order = {file.page.url: number for number, file in enumerate(files) if file.page}
    half.index.entries.sort(key=lambda entry: order[page_of(entry)])
    for file in files:
        if file.page:
            file.page.validate_anchor_links(files=half.files, log_level=half.config.validation.links.anchors)
    _build_theme_template("sitemap.xml", half.env, half.files, half.config, half.nav)
    search.on_post_build(config=half.config)


def page_of(entry: Mapping[str, str]) -> str:
    """The address of the page of which *entry* is searched."""
    return entry["location"].partition("#")[0]
