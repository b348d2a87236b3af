"""One measurement from beginning to end: prepares the work, and has the contestants do it in turn."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from pathlib import Path

from bench import serving, shelf
from bench.contestants import PROOF, Contestant
from bench.plan import again, extrapolated, in_turn
from bench.shelf import Variants
from bench.watch import CommandError, Took, watched
from bench.work import PRINTED_LAST, Work

HOOK = Path(__file__).parent / "hook.py"
#: How often a file is saved while the site is served.
SAVES = 3
#: How often a contestant may try a turn.
ATTEMPTS = 2


@dataclass
class Entry:
    """One contestant at one size, and what was measured of it.

    `as_alone` counts the scripts of which its pages show what they print in a process of their own.
    """

    contestant: Contestant
    folder: Path
    variants: Variants
    took: dict[str, list[Took]] = field(default_factory=dict)
    as_alone: int | None = None

    @property
    def first_round(self) -> float:
        """The seconds that all of the first round took."""
        return sum(times[0].seconds for times in self.took.values())


@dataclass
class Session:
    """What was measured, by size and by name."""

    root: Path
    place: Path
    python: Path
    contestants: Sequence[Contestant]
    variables: Mapping[str, str]
    tell: Callable[[int, int, str], None]
    entries: dict[int, dict[str, Entry]] = field(default_factory=dict)
    left_out: dict[int, dict[str, float]] = field(default_factory=dict)
    saved: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def measure(self, sizes: Sequence[int], rounds: int, patience: float, limit: float) -> None:
        """Measure all contestants at all *sizes*, round by round.

        Raises:
            CommandError: if the work cannot be prepared.
        """
        done, total = 0, len(sizes) * (rounds * len(self.contestants) + 2)
        for size in sizes:
            self.tell(done, total, f"{size} snippets: preparing")
            work = self.prepare(size, limit)
            done += 1
            for turn in range(rounds):
                for contestant in in_turn(self.contestants, turn):
                    entry = self.entries[size].get(contestant.name)
                    if entry and again(entry.first_round, turn, rounds, patience):
                        words = f"{size} snippets, round {turn + 1} of {rounds}: {contestant.name}"
                        self.take_turn(entry, work, partial(self.tell, done, total), words)
                    done += 1
            self.tell(done, total, f"{size} snippets: saving while the site is served")
            self.serve(size, work)
            done += 1

    def prepare(self, size: int, limit: float) -> Work:
        """Lay out the work for all who are measured at *size*; return it, with what its scripts print."""
        self.entries[size], self.left_out[size] = {}, {}
        folder = self.place / str(size)
        own, work = shelf.bound(self.root, folder / PROOF.name, Work.of(size), self.variables)
        for contestant in self.contestants:
            needed = self.needed(contestant, size)
            if needed > limit and not contestant.every:
                self.left_out[size][contestant.name] = needed
                continue
            place = folder / contestant.name
            files = own if contestant is PROOF else shelf.variants(contestant, work)
            if contestant is not PROOF:
                shelf.emptied(place, (".",))
                place.mkdir()
            if "mkdocs.en.yml" in files.original and contestant is not PROOF:
                shelf.copied(self.root, place, shelf.THEME)
                shutil.copy(HOOK, place)
            self.entries[size][contestant.name] = Entry(contestant, place, files)
        return work

    def needed(self, contestant: Contestant, size: int) -> float:
        """The seconds that a round at *size* would need at most, as far as a smaller size tells."""
        smaller = [known for known, entries in self.entries.items() if contestant.name in entries]
        if not smaller:
            return 0
        known = max(smaller)
        return extrapolated(self.entries[known][contestant.name].first_round, known, size)

    def take_turn(self, entry: Entry, work: Work, tell: Callable[[str], None], words: str) -> None:
        """Have a contestant take its turn; who fails is not asked again.

        It may try twice: two jobs of MyST-NB now and then both make the tables of their cache.
        """
        contestant = entry.contestant
        if contestant.name in self.failed:
            return
        for left in reversed(range(ATTEMPTS)):
            try:
                took = self.turn(entry, work, tell, words)
            except CommandError as error:
                if not left:
                    self.failed[contestant.name] = f"{len(work.parts)} snippets, {error}"
            else:
                for scenario, one in took.items():
                    entry.took.setdefault(scenario, []).append(one)
                return

    def turn(self, entry: Entry, work: Work, tell: Callable[[str], None], words: str) -> dict[str, Took]:
        """What all scenarios of a contestant take, from a cold start on.

        Raises:
            CommandError: if it fails in one of them.
        """
        contestant, folder, found = entry.contestant, entry.folder, dict[str, Took]()
        entry.variants.put(folder, "cold")
        shelf.emptied(folder, contestant.keeps)
        for scenario in contestant.scenarios:
            tell(f"{words}, {scenario}")
            entry.variants.put(folder, scenario)
            command = [word.format(python=self.python) for word in contestant.command(scenario, work)]
            try:
                found[scenario] = watched(command, folder, self.variables)
                if contestant.site and entry.as_alone is None:
                    entry.as_alone = as_alone(folder / contestant.site, work)
            except CommandError as error:
                raise CommandError(f"{scenario}: {error}") from None
        return found

    def serve(self, size: int, work: Work) -> None:
        """Take the time from saving to seeing, of this project."""
        entry = self.entries[size].get(PROOF.name)
        if entry and PROOF.name not in self.failed:
            try:
                times = serving.until_seen(entry.folder, entry.variants, work, SAVES, self.variables)
            except CommandError as error:
                self.failed[PROOF.name] = f"{size} snippets: {error}"
            else:
                self.saved[size] = times


def as_alone(site: Path, work: Work) -> int:
    """Of how many scripts the pages in *site* show the line that only a process of its own prints.

    Raises:
        CommandError: if they do not show that every script has run.
    """
    shown: dict[str, set[str]] = {}
    for page in site.rglob("*.html"):
        text = unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))
        for units, names in PRINTED_LAST.findall(text):
            shown.setdefault(units, set()).add(names.strip())
    lines = [PRINTED_LAST.findall(printed)[-1] for printed in work.printed.values()]
    idle = [units for units, _ in lines if units not in shown]
    if idle:
        raise CommandError(
            f"its pages do not show what {len(idle)} of the scripts print, such as “{idle[0]}”"
        )
    return sum(names in shown[units] for units, names in lines)
