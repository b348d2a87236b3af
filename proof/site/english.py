"""Builds the English half of the site into the Chinese one: beside it in its own process, or after it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.exceptions import BuildError

from proof.site.anchors import Anchors
from proof.site.faults import Stopped, problem_of, settings
from proof.site.workshop import root_of, workshop

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from mkdocs.config.defaults import MkDocsConfig


class Beside:
    """A process that builds the English half into the Chinese one, whose *config* is given."""

    def __init__(self, config: MkDocsConfig) -> None:
        context = multiprocessing.get_context("fork")
        self.receiver, sender = context.Pipe(duplex=False)
        ours = (config, sender, os.getpid())
        self.process: BaseProcess = context.Process(target=build_beside, args=ours, daemon=True)
        self.process.start()
        sender.close()

    def anchors(self) -> Mapping[str, Anchors]:
        """Wait for its end; give what can be linked to in it.

        Raises:
            BuildError: if it could not be built.
            Stopped: with the reason, if it told one.
        """
        found: Mapping[str, Anchors] | tuple[str, int] | None = None
        with contextlib.suppress(EOFError):
            found = self.receiver.recv()
        self.process.join()
        if isinstance(found, tuple):
            raise Stopped(*found)
        if found is None:
            raise BuildError("the English half could not be built")
        return found


def build_beside(config: MkDocsConfig, sender: Connection, parent: int) -> None:
    """Build the English half in a process of its own, which ends when *parent* does.

    Send its anchors, or why it could not be built, and the exit code.
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
    except Exception as error:
        sender.send(problem_of(error, root_of(config)))


def build_english(config: MkDocsConfig) -> None:
    """Build the English half into the Chinese one, whose *config* is given."""
    build(english(config))


def english(config: MkDocsConfig) -> MkDocsConfig:
    """The settings of the English half, which stands in the Chinese one, whose *config* is given."""
    other = Path(str(workshop.settings_of(config).other_half))
    return settings(
        other.parent,
        other.name,
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=f"{config.site_url}en/",
        strict=config.strict,
    )
