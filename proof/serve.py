"""Serves the site to those who write it: `python -m proof.serve`. A change shows as soon as it can.

The first build is MkDocs's own, of everything. After it, a change of pages, scripts or records has only
those pages built again whose text is another; a change of anything else, everything. Both leave the
same site behind.
"""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from proof import site
from proof.complaint import complain
from proof.edition import Edition, Leaf
from proof.files import digest_of, write_atomically
from proof.lanes import HOMES
from proof.pages import FRONT_MATTER
from proof.site import Half

ROOT = Path(__file__).parent.parent
#: What is part of every page.
FRAME = ("mkdocs.yml", "mkdocs.en.yml", "theme", "docs/assets")
WATCHED = (*FRAME, "docs", "snippets")
log = logging.getLogger("mkdocs.hooks.proof")


class Preview:
    """The site of the book below *root*, built into *folder* to be served at *address*."""

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        self.root, self.folder, self.address = root, folder, address
        self.shown: Edition | None = None
        self.frame: dict[Path, str | None] = {}

    def build(self) -> None:
        """Bring the site up to date."""
        frame = {file: digest_of(file) for name in FRAME for file in files_below(self.root / name)}
        if self.shown is None or frame != self.frame:
            self.build_everything()
        else:
            edition = site.workshop.open(self.root, self.address)
            changed = [
                name for name, leaf in edition.leaves.items() if differs(leaf, self.shown.leaves.get(name))
            ]
            if same_frame(self.shown, edition, changed):
                for language, half in site.workshop.halves.items():
                    paths = [name.partition("/")[2] for name in changed if name.startswith(f"{language}/")]
                    if paths:
                        renew(half, {path: edition.leaves[f"{language}/{path}"] for path in paths})
            else:
                self.build_everything()
        self.shown, self.frame = site.workshop.edition, frame

    def warm(self) -> None:
        """Start the processes that the next change of a snippet will need."""
        for lane in HOMES:
            if site.workshop.press and lane.ready:
                site.workshop.press.runner.warm(lane)

    def build_everything(self) -> None:
        """Have MkDocs build it."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.folder))
        config.site_url = self.address
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=self.address)


def files_below(path: Path) -> list[Path]:
    """The files in a folder, or the file."""
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def differs(new: Leaf, old: Leaf | None) -> bool:
    """Whether a page has to be built again."""
    return old is None or contents(new) != contents(old)


def contents(leaf: Leaf) -> object:
    """All of a page that a reader gets."""
    return leaf.text, leaf.anchors, leaf.files, leaf.scripts


def same_frame(old: Edition, new: Edition, changed: list[str]) -> bool:
    """Whether nothing has changed that other pages show of those that have *changed*, or search in them."""
    if old.leaves.keys() != new.leaves.keys() or old.terms != new.terms:
        return False
    return all(outside(old.leaves[name]) == outside(new.leaves[name]) for name in changed)


def outside(leaf: Leaf) -> object:
    """What is seen of a page outside of it: its front matter, and the names of its files."""
    head = FRONT_MATTER.match(leaf.text)
    return head[0] if head else "", sorted(leaf.files), sorted(leaf.beside)


def renew(half: Half, leaves: dict[str, Leaf]) -> None:
    """Build the pages of one language at the paths of *leaves* again, and what is searched of them."""
    pages = [file.page for file in half.files.documentation_pages() if file.src_uri in leaves]
    search = site.search_of(half.config)
    search.search_index = half.index
    for page in filter(None, pages):
        _populate_page(page, half.config, half.files)
    for page in filter(None, pages):
        others = [entry for entry in half.index.entries if entry["location"].partition("#")[0] != page.url]
        half.index.entries = others
        _build_page(page, half.config, half.files.documentation_pages(), half.nav, half.env)
        for path, content in leaves[page.file.src_uri].files.items():
            write_atomically(Path(half.config.site_dir, path), content)
        for path in leaves[page.file.src_uri].beside:
            write_atomically(
                Path(half.config.site_dir, path), (site.root_of(half.config) / path).read_bytes()
            )
    for file in half.files.documentation_pages():
        if file.page:
            file.page.validate_anchor_links(files=half.files, log_level=half.config.validation.links.anchors)
    search.on_post_build(config=half.config)


def serve(root: Path, address: str) -> None:
    """Build the site of the book below *root*, serve it at *address*, and follow every change.

    Raises:
        OSError: if the address cannot be had.
    """
    place = urlsplit(f"//{address}")
    host, port = place.hostname or "127.0.0.1", place.port or 8000
    socket.create_server((host, port)).close()
    with tempfile.TemporaryDirectory(prefix="proof-site-") as folder:
        preview = Preview(root, Path(folder), f"http://{host}:{port}/")
        preview.build()
        preview.warm()
        server = LiveReloadServer(preview.build, host, port, folder, polling_interval=0.2)
        server.error_handler = lambda code: Path(folder, "404.html").read_bytes() if code == 404 else None
        for name in WATCHED:
            server.watch(str(root / name))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            log.info("Stopped")
        finally:
            server.shutdown()


def main() -> int:
    """The command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m proof.serve", description=__doc__.partition("\n")[0])
    parser.add_argument("address", nargs="?", default="127.0.0.1:8000", metavar="HOST:PORT")
    address = parser.parse_args().address
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s -  %(message)s")
    try:
        serve(ROOT, address)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        return complain(f"{address}: {why}; choose another: `make serve ADDRESS=…`", 3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
