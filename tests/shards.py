"""Splits the tests over machines: `--shard 2/3` keeps the second of three parts.

What needs the same runs stays together: all that is checked of one snippet, and the tests of a file that
need the whole book. These units are dealt out by how long they took when `--record-durations` last
wrote that down, the longest first, each to the machine that has least to do.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from proof.book import Book, Runs
from proof.files import write_atomically
from proof.pages import PageError

DURATIONS = Path(__file__).with_name("durations.json")
#: The fixtures that need what all snippets do.
WHOLE = {"judge", "runs", "site"}
#: What is taken for a unit whose duration nobody has recorded, in seconds.
UNKNOWN = 0.1
Item = TypeVar("Item")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice of a part."""
    parser.addoption("--shard", metavar="K/N", help="keep the K-th of N parts of the tests")
    parser.addoption("--record-durations", action="store_true", help=f"write {DURATIONS.name} afresh")


def snippet_of(book: Book, item: pytest.Item) -> str | None:
    """The snippet that an item of a page is about, or the page itself; None for any other test."""
    example = getattr(item, "example", None)
    if example is None:
        return None
    if isinstance(example.parsed, str):
        return str(example.path)
    _, page, part = example.parsed
    try:
        return book.origin(page, part).snippet.path
    except PageError:
        return str(page.name)


def needs_all(item: pytest.Item) -> bool:
    """Whether *item* needs what all snippets do."""
    return not WHOLE.isdisjoint(getattr(item, "fixturenames", ()))


def unit_of(book: Book, item: pytest.Item) -> str:
    """What has to stay on one machine with *item*, by name."""
    about = snippet_of(book, item)
    if about:
        return about
    file, _, name = item.nodeid.partition("::")
    return file if needs_all(item) else f"{file}::{name.partition('[')[0]}"


def dealt(units: Iterable[str], durations: Mapping[str, float], parts: int) -> list[set[str]]:
    """*units*, dealt out to *parts* machines."""
    hands: list[set[str]] = [set() for _ in range(parts)]
    loads = [0.0] * parts
    for unit in sorted(set(units), key=lambda unit: (-durations.get(unit, UNKNOWN), unit)):
        least = loads.index(min(loads))
        hands[least].add(unit)
        loads[least] += durations.get(unit, UNKNOWN)
    return hands


def part_of(choice: str) -> tuple[int, int]:
    """The part that `K/N` names, counted from zero, and how many there are.

    Raises:
        pytest.UsageError: if it names none.
    """
    match = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", choice)
    if match is None or int(match[1]) > int(match[2]):
        raise pytest.UsageError(f"--shard {choice}: write K/N, such as 2/3, with K from 1 to N")
    return int(match[1]) - 1, int(match[2])


def recorded() -> dict[str, float]:
    """How long each unit took, in seconds."""
    found: dict[str, float] = json.loads(DURATIONS.read_text(encoding="utf-8"))
    return found


def keep_shard(config: pytest.Config, items: list[pytest.Item], book: Book) -> None:
    """Leave in *items* those of the chosen part."""
    choice = config.getoption("--shard")
    if not choice:
        return
    part, parts = part_of(choice)
    units = [unit_of(book, item) for item in items]
    mine = dealt(units, recorded(), parts)[part]
    kept = [item for item, unit in zip(items, units, strict=True) if unit in mine]
    config.hook.pytest_deselected(
        items=[item for item, unit in zip(items, units, strict=True) if unit not in mine]
    )
    items[:] = kept


def snippets_needed(items: Sequence[pytest.Item], book: Book) -> set[str] | None:
    """The snippets that must have run for *items*; None if all."""
    needed = set()
    for item in items:
        about = snippet_of(book, item)
        if about:
            needed.add(about)
        elif needs_all(item):
            return None
    return needed


class Stopwatch:
    """Notes how long each unit takes."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.units: dict[str, str] = {}
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note which unit each test belongs to."""
        self.units = {item.nodeid: unit_of(self.book, item) for item in session.items}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add what a test took, but for what it shares with others."""
        if report.when == "call":
            self.seconds[self.units[report.nodeid]] += report.duration

    def write(self, runs: Runs) -> None:
        """Write the durations, with those of *runs*."""
        for (path, _), run in runs.items():
            self.seconds[path] += run.seconds
        rounded = {unit: round(seconds, 1) for unit, seconds in sorted(self.seconds.items())}
        text = json.dumps({unit: seconds for unit, seconds in rounded.items() if seconds}, indent=1)
        write_atomically(DURATIONS, f"{text}\n")
