"""Serves the site to those who write it: `python -m proof.site.serve`. A change shows as soon as it can.

The first build is MkDocs's own, of everything. After it, a change of pages, scripts or records has only
those pages built again whose text is another; a change of anything else, everything. Both leave the
same site behind.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from proof.common.complaint import complain
from proof.common.places import ROOT
from proof.press import Digests
from proof.run import HOMES
from proof.site.renew import Shown, frame, renew
from proof.site.workshop import log, speak, workshop

WATCHED = ("mkdocs.yml", "mkdocs.en.yml", "theme", "docs", "snippets")


class Preview:
    """The site of the book below *root*, built into *folder* to be served at *address*."""

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        self.root, self.folder, self.address = root, folder, address
        self.shown: Shown | None = None
        self.frame: Digests = {}

    def build(self) -> None:
        """Bring the site up to date."""
        around, names = frame(self.root), None
        if self.shown and around == self.frame:
            edition = workshop.open(self.root, self.address)
            names = Shown.of(edition).changed_since(self.shown)
            if names is not None:
                renew(edition, names)
        if names is None:
            self.build_everything()
        self.note(around)

    def note(self, around: Digests | None = None) -> None:
        """Remember what the site shows, and all *around* its pages, as they are now."""
        assert workshop.edition is not None
        self.shown, self.frame = Shown.of(workshop.edition), frame(self.root) if around is None else around

    def warm(self) -> None:
        """Start the processes that the next change of a snippet will need."""
        for lane in HOMES:
            if workshop.press and lane.ready:
                workshop.press.runner.warm(lane)

    def build_everything(self) -> None:
        """Have MkDocs build it."""
        place = urlsplit(self.address).netloc
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.folder), dev_addr=place)
        config.site_url = self.address
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=self.address)


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
            server.serve()
        except KeyboardInterrupt:
            log.info("Stopped")
        finally:
            server.shutdown()


def main() -> int:
    """The command line; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m proof.site.serve", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("address", nargs="?", default="127.0.0.1:8000", metavar="HOST:PORT")
    address = parser.parse_args().address
    speak()
    try:
        serve(ROOT, address)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        return complain(f"{address}: {why}; choose another: `make serve ADDRESS=…`", 3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
