"""Serves the site to those who write it: `python -m proof.site.serve`. A change shows as soon as it can.

The first build is MkDocs's own, of everything. After it, a change of pages, scripts or records has only
those pages built again whose text is another; a change of anything else, everything. Both leave the
same site behind.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from proof.common.complaint import MachineError, UsageError, commanded, complain
from proof.common.places import ROOT
from proof.press import Digests
from proof.run import HOMES
from proof.site.faults import ending_in_words, explained, settings
from proof.site.renew import Shown, frame, renew
from proof.site.workshop import log, speak, workshop

#: A host and a port; within brackets, a host of IPv6.
ADDRESS = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<host>\w(?:[\w.-]*\w)?)):(?P<port>[0-9]{1,5})")
LAST_PORT = 65_535
WATCHED = ("mkdocs.yml", "mkdocs.en.yml", "theme", "docs", "snippets")


class Preview:
    """The site of the book below *root*, built into *folder* to be served at *address*."""

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        self.root, self.folder, self.address = root, folder, address
        self.shown: Shown | None = None
        self.frame: Digests = {}

    def build(self) -> None:
        """Bring the site up to date.

        Raises:
            Abort: in words, if it cannot be.
        """
        with ending_in_words(self.root):
            self.build_what_changed()

    def build_what_changed(self) -> None:
        """Build as little as can be."""
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
        if (press := workshop.press) and press.book:
            for snippet in press.book.snippets:
                for lane in press.book.judged(snippet):
                    if lane in HOMES:
                        press.runner.warm(lane, snippet.fresh)

    def build_everything(self) -> None:
        """Have MkDocs build it."""
        place = urlsplit(self.address).netloc
        config = settings(self.root, site_dir=str(self.folder), dev_addr=place)
        config.site_url = self.address
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=self.address)


def taken_apart(address: str) -> tuple[str, int]:
    """The host and the port of *address*.

    Raises:
        UsageError: if it is none.
    """
    match = ADDRESS.fullmatch(address)
    if match is None or not 0 < int(match["port"]) <= LAST_PORT:
        port = address if re.fullmatch(r"[0-9]{1,5}", address) else "8001"
        raise UsageError(
            f"{address} is not HOST:PORT, such as 127.0.0.1:{port}, with a port from 1 to {LAST_PORT}: "
            f"`make serve ADDRESS=127.0.0.1:{port}`"
        )
    return match["six"] or match["host"], int(match["port"])


def see_that_it_is_free(host: str, port: int, other: str) -> None:
    """See that the site can be served at an address; *other* is how another is chosen.

    Raises:
        MachineError: if it cannot.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError) as error:
        why = "no name of a host"
        if isinstance(error, OSError):
            why = str(error.strerror) if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        raise MachineError(f"{spelled(host, port)}: {why}; choose another: `{other}`") from None


def spelled(host: str, port: int) -> str:
    """An address as it is written."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def serve(root: Path, address: str) -> None:
    """Build the site of the book below *root*, serve it at *address*, and follow every change.

    Raises:
        UsageError, MachineError: if the address is none, or cannot be had.
        Abort: in words, if the site cannot be built.
    """
    host, port = taken_apart(address)
    see_that_it_is_free(host, port, "make serve ADDRESS=…")
    with tempfile.TemporaryDirectory(prefix="proof-site-") as folder:
        preview = Preview(root, Path(folder), f"http://{spelled(host, port)}/")
        preview.build()
        preview.warm()
        server = LiveReloadServer(preview.build, host, port, folder, polling_interval=0.2)
        server.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        server.url = preview.address
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
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()

    def work() -> int:
        speak()
        try:
            serve(options.root, options.address)
        except Abort as error:
            return complain(error.message, int(error.code))
        return 0

    return commanded(work, "nothing is served", lambda error: explained(error, options.root))


if __name__ == "__main__":
    sys.exit(main())
