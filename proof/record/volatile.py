"""The fields of printed text that differ from one machine or run to the next."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass

from proof.run import LANES


@dataclass(frozen=True)
class Volatile:
    """A field of printed text that differs from one machine or run to the next.

    A *pattern* takes as long as the text is, whatever the text is: nothing in it is repeated within a
    repetition, and what it finds begins where nothing found before it ends. `held` gives how much of what it
    finds, from its start, is the field; none of it, if it is none.
    """

    pattern: re.Pattern[str]
    replacement: str
    reason: str
    held: Callable[[str], int] = len

    def replaced(self, text: str) -> str:
        """*text* without what differs."""

        def instead(match: re.Match[str]) -> str:
            end = self.held(match[0])
            return match.expand(self.replacement) + match[0][end:] if end else match[0]

        return self.pattern.sub(instead, text)

    def within(self, text: str) -> bool:
        """Whether *text* holds the field."""
        return any(self.held(match[0]) for match in self.pattern.finditer(text))


def packages() -> str:
    """A pattern for the folders of packages of the lanes: as they are, and as seen from the root."""
    found = {str(folder) for lane in LANES.values() for folder in lane.packages}
    below = r"\.venv/lib/python3\.\d+/site-packages/", r"\.lanes/[\w-]+/(?:lib/python3\.\d+/site-packages/)?"
    return "|".join(
        [*(re.escape(f"{name}{os.sep}") for name in sorted(found, key=len, reverse=True)), *below]
    )


def to_packages(path: str) -> int:
    """How much of *path* leads to the folder of packages; nothing if it leads to none."""
    if OF_LANES.fullmatch(path):
        return len(path)
    ends = [found.end(1) for found in PACKAGES.finditer(path, 2)]
    return ends[-1] if ends else 0


OF_LANES = re.compile(packages())
#: What the folder of packages is called elsewhere, and that of a lane.
PACKAGES = re.compile(r"(?=/(site-packages/|\.lanes/[\w-]+/))")
#: What a snippet may name in its metadata's `volatile`; nothing else is ever changed in an output.
VOLATILE = {
    "site-packages": Volatile(
        re.compile(rf"{OF_LANES.pattern}|/[^\s:\"']+"),
        ".../site-packages/",
        "where packages are installed differs from machine to machine",
        to_packages,
    ),
    "step-times": Volatile(
        re.compile(r"\b\d+s( -)? \d+(?:us|ms|s)/(?=step|epoch)"),
        r"…s\1 …/",
        "how long training takes differs from run to run",
    ),
    "memory-address": Volatile(
        re.compile(r"\b0x[0-9a-f]{6,16}\b"),
        "0x...",
        "where an object lies in memory differs from run to run",
    ),
}
