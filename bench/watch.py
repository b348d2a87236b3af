"""Runs a command and watches it from outside: how long it takes, and what its processes hold in memory."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

#: How often memory is looked at, in seconds; and how many times as long as a look it rests at least.
EVERY, REST = 0.2, 20
MEBIBYTE = 1 << 20


class CommandError(RuntimeError):
    """A command that did not succeed; the message holds its last lines."""


@dataclass(frozen=True)
class Took:
    """What a command took: seconds, and the most memory that all its processes held at once, in MiB."""

    seconds: float
    peak: int


def kind_of_memory() -> str:
    """What is added up: shared pages by their share where the system tells it, else all of each process."""
    return "PSS" if hasattr(psutil.Process().memory_full_info(), "pss") else "RSS"


def held(process: psutil.Process) -> int:
    """The bytes that *process* and all that it started hold now."""
    total = 0
    for member in family(process):
        with contextlib.suppress(psutil.Error, OSError):
            memory = member.memory_full_info()
            total += getattr(memory, "pss", memory.rss)
    return total


def family(process: psutil.Process) -> list[psutil.Process]:
    """*process* and all that it started and that has not ended."""
    with contextlib.suppress(psutil.Error):
        return [process, *process.children(recursive=True)]
    return []


@dataclass(frozen=True)
class Command:
    """A command that has been started, and the file to which it writes."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]

    def last_words(self, lines: int = 8) -> str:
        """The last lines that it wrote."""
        self.said.seek(0)
        return "\n".join(self.said.read().decode("utf-8", "replace").strip().splitlines()[-lines:])


@contextmanager
def started(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Iterator[Command]:
    """Start *command* in *folder*; what is left of it when the context is left is ended."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Command(process, said)
        finally:
            if process.poll() is None:
                for member in family(psutil.Process(process.pid)):
                    with contextlib.suppress(psutil.Error):
                        member.kill()
                process.wait()


def watched(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Took:
    """Run *command* to its end, and watch it.

    Raises:
        CommandError: if it did not succeed.
    """
    begun = time.perf_counter()
    with started(command, folder, variables) as running:
        peak, over = [0], threading.Event()
        watcher = threading.Thread(target=watch, args=(running.process.pid, peak, over))
        watcher.start()
        try:
            code = running.process.wait()
            seconds = time.perf_counter() - begun
        finally:
            over.set()
            watcher.join()
        if code:
            raise CommandError(f"{' '.join(command)}: exit code {code}\n{running.last_words()}")
    return Took(round(seconds, 3), round(peak[0] / MEBIBYTE))


def watch(number: int, peak: list[int], over: threading.Event) -> None:
    """Keep in *peak* the most that the process *number* and what it started hold, until it is *over*."""
    with contextlib.suppress(psutil.Error):
        process, rest = psutil.Process(number), 0.0
        while not over.wait(max(EVERY, rest)):
            begun = time.perf_counter()
            peak[0] = max(peak[0], held(process))
            rest = REST * (time.perf_counter() - begun)
