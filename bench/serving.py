"""Saves files while the site is served, and takes the time until a reader's browser has the new page."""

from __future__ import annotations

import http.client
import re
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.contestants import OWN
from bench.shelf import Variants
from bench.watch import Command, CommandError, started
from bench.work import COMMENT, WORDS, Work

#: How long a server may take to start or to build, and how often it is asked, in seconds.
LIMIT, EVERY = 600, 0.05
RELOAD = re.compile(r"livereload\((\d+), (\d+)\);")


@dataclass(frozen=True)
class Server:
    """A server of live reload, asked as a browser asks it."""

    running: Command
    port: int

    def get(self, path: str) -> str:
        """What the server gives for *path*; nothing if it gives none yet.

        Raises:
            CommandError: if it has ended.
        """
        if self.running.process.poll() is not None:
            raise CommandError(f"proof.site.serve ended by itself\n{self.running.last_words()}")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.read().decode("utf-8", "replace") if answer.status == 200 else ""
        except OSError:
            return ""

    def until(self, path: str, text: str, wanted: bool = True) -> str:
        """The page at *path*, as soon as it holds *text*, or no longer, if it is not *wanted*.

        Raises:
            CommandError: if that takes too long.
        """
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            page = self.get(path)
            if page and (text in page) == wanted:
                return page
            time.sleep(EVERY)
        raise CommandError(
            f"proof.site.serve: {path} did not change within {LIMIT} s\n{self.running.last_words()}"
        )

    def told_to_reload(self, page: str) -> None:
        """Wait as the script in *page* does, until the server has a newer one.

        Raises:
            CommandError: if the page has no such script.
        """
        found = RELOAD.search(page)
        if found is None:
            raise CommandError("proof.site.serve: the page does not ask to be told of changes")
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            if float(self.get(f"/livereload/{found[1]}/{found[2]}") or 0) > float(found[1]):
                return


@contextmanager
def served(folder: Path, variables: Mapping[str, str]) -> Iterator[Server]:
    """Serve the book in *folder*."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [OWN, "-m", "proof.site.serve", f"127.0.0.1:{port}"]
    with started(command, folder, variables) as running:
        yield Server(running, port)


def until_seen(
    folder: Path, variants: Variants, work: Work, saves: int, variables: Mapping[str, str]
) -> dict[str, list[float]]:
    """The seconds from saving a paragraph, and a snippet, to having the new page, for each of *saves*.

    Raises:
        CommandError: if the server fails.
    """
    page, script = work.touched, work.touched.parts[0]
    path = f"/{page.name}/"
    paragraph = f"docs/zh/{page.name}.md", WORDS["zh"].more, variants.page, variants.original
    snippet = f"snippets/work/{script.name}.py", COMMENT.strip("# \n"), variants.snippet, variants.original
    variants.put(folder, "cold")
    found: dict[str, list[float]] = {"paragraph": [], "snippet": []}
    with served(folder, variables) as server:
        now = server.until(path, "</html>")
        for kind, (name, text, edited, original) in (("paragraph", paragraph), ("snippet", snippet)):
            for save in range(saves):
                files, wanted = (edited, True) if save % 2 == 0 else (original, False)
                begun = time.perf_counter()
                (folder / name).write_text(files[name], encoding="utf-8")
                server.told_to_reload(now)
                now = server.until(path, text, wanted)
                found[kind].append(round(time.perf_counter() - begun, 3))
            (folder / name).write_text(original[name], encoding="utf-8")
            now = server.until(path, text, wanted=False)
    return found
