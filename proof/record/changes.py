"""How a run differs from its record, and what makes it the record. Only `promote` writes records."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from proof.common.complaint import BookError
from proof.common.files import digest, digest_of, write_all
from proof.common.progress import Tell
from proof.common.text import lines
from proof.record import plain
from proof.record.pieces import alike, pieces
from proof.record.records import (
    RecordError,
    comparable,
    head_of,
    idle_fields,
    printed,
    read,
    render,
    repeatable,
    section_of,
    writes,
)
from proof.run import LANES, OUTPUT, Run, Snippet, failure, sections


def difference(snippet: Snippet, run: Run) -> str | None:
    """What changed between the record and *run*: a message and a unified diff; None if nothing.

    Raises:
        RecordError: if the record is missing or damaged.
    """
    if snippet.example:
        return difference_of_example(snippet, run)
    path = snippet.record(LANES[run.lane])
    idle = idle_fields(snippet, "".join(printed(run).values()))
    if idle and run.lane == snippet.lanes[0].name:
        return f"{snippet.path}:1: it declares volatile {', '.join(idle)}, but prints no such thing"
    exactly, old_record = writes(snippet, run), read(snippet.root, path)
    old, new = comparable(old_record, exactly), comparable(settled(snippet, run, old_record), exactly)
    if old == new:
        return next(damaged_files(snippet, run, old), None)
    diff = diff_of(old, new, path)
    changed = first_change(old, new)
    return (
        f"{path}:{changed}: the record is not what {snippet.path} prints in lane {run.lane}; "
        f"look at the difference, then mend the script or run "
        f"`python -m proof promote {snippet.path}`\n" + "".join(f"    {line}\n" for line in diff)
    ).rstrip("\n")


def difference_of_example(snippet: Snippet, run: Run) -> str | None:
    """What a short example prints that does not stand in it: a message and a diff; None if nothing."""
    if run.stdout == snippet.output:
        return None
    numbered = enumerate(lines(snippet.source), start=1)
    shown = [number for number, line in numbered if OUTPUT.match(f"{line}\n")]
    changed = first_change(snippet.output, run.stdout)
    line = shown[min(changed, len(shown)) - 1] if shown else 1
    diff = diff_of(snippet.output, run.stdout, snippet.path)
    return (
        f"{snippet.path}:{line}: this is not what it prints in lane {run.lane}; look at the difference, "
        "then mend the example or run `make examples`\n" + "".join(f"    {line}\n" for line in diff)
    ).rstrip("\n")


def diff_of(old: str, new: str, path: str) -> list[str]:
    """A unified diff, as lines without their ends."""
    return list(difflib.unified_diff(lines(old), lines(new), path, f"{path} (this run)", lineterm="", n=2))


def first_change(old: str, new: str) -> int:
    """The number of the first line of *old* that *new* does not have in its place."""
    pairs = zip(lines(old), lines(new), strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), None)
    return 1 + (same if same is not None else min(len(lines(old)), len(lines(new))))


def unrepeatable(snippet: Snippet, run: Run) -> str | None:
    """What a Python of its own prints otherwise than *run*, unless that is recorded; None if nothing."""
    lane = LANES[run.lane]
    if not writes(snippet, run) or not plain.comparable(snippet, lane):
        return None
    try:
        if not difference(snippet, run):
            return None
    except RecordError:
        pass
    return plain.differs(snippet, run, lane, lambda text: repeatable(snippet, text))


@dataclass(frozen=True)
class Change:
    """What promoting a run changes: the files that it writes, by path, and the diff to the old record.

    The diff is empty where there was none to compare with.
    """

    files: Mapping[str, str | bytes]
    diff: list[str]


def change(snippet: Snippet, run: Run) -> Change | None:
    """What making *run* the record changes; None if nothing.

    A lane that shares its family's record leaves it to the home lane.

    Raises:
        RecordError: if it cannot be the record.
    """
    path = snippet.record(LANES[run.lane])
    if not writes(snippet, run):
        return None
    try:
        old = read(snippet.root, path)
    except RecordError:
        if (snippet.root / path).is_dir():
            raise
        old = ""
    new = render(snippet, run) if any(damaged_files(snippet, run, old)) else settled(snippet, run, old)
    files: dict[str, str | bytes] = {
        piece.path: piece.content
        for piece in pieces(snippet, run)
        if piece.text == section_of(new, piece.section)
        and digest_of(snippet.root / piece.path) != digest(piece.content)
    }
    if comparable(old) == comparable(new):
        return Change(files, []) if files else None
    return Change({**files, path: new}, diff_of(old, new, path) if old else [])


def of_runs(
    snippets: Mapping[str, Snippet], runs: Sequence[Run], jobs: int | None, tell: Tell
) -> list[Change | str | None]:
    """What making each of *runs* the record changes, or why it cannot be; *jobs* Pythons run at once."""
    pool = ThreadPoolExecutor(jobs or os.cpu_count())
    try:
        found = []
        waiting = [pool.submit(of_run, snippets[run.snippet], run) for run in runs]
        for done, (run, one) in enumerate(zip(runs, waiting, strict=True)):
            tell(done, len(runs), run.snippet)
            found.append(one.result())
        return found
    finally:
        pool.shutdown(cancel_futures=True)


def of_run(snippet: Snippet, run: Run) -> Change | str | None:
    """What making *run* the record changes, or why it cannot be, as `file:line: message`."""
    if wrong := failure(snippet, run):
        return wrong
    if run.stand_ins:
        return f"{snippet.path}:1: it ran without the real {', '.join(run.stand_ins)}"
    try:
        return unrepeatable(snippet, run) or change(snippet, run)
    except BookError as error:
        return str(error)


def promote(snippet: Snippet, run: Run) -> list[str] | None:
    """Make *run* the record. Returns the diff to the old one, empty if there is none; None if unchanged."""
    found = change(snippet, run)
    if found is None:
        return None
    write_all({snippet.root / path: content for path, content in found.files.items()})
    return found.diff


def settled(snippet: Snippet, run: Run, old: str) -> str:
    """The record of *run*, in which the pieces that may stay as they are in the record *old* are as there.

    A product stays only while what made it, script and libraries, is what would make it again.
    """
    new, exactly = render(snippet, run), writes(snippet, run)
    before, now = comparable(old, exactly), comparable(new, exactly)
    if before == now:
        return new
    remade = head_of(before) != head_of(now)
    for name, text in printed(run).items():
        for section in (name, *sections.names(text)):
            now, before = section_of(new, section), section_of(old, section)
            if snippet.tolerance(section) and alike(before, now, snippet.tolerance(section)):
                new = new.replace(sections.mark(section, now), sections.mark(section, before))
    for piece in pieces(snippet, run):
        before = section_of(old, piece.section)
        if piece.same_as(before) and not (remade and piece.kind == "product"):
            new = new.replace(sections.mark(piece.section, piece.text), sections.mark(piece.section, before))
    return new


def damaged_files(snippet: Snippet, run: Run, record: str) -> Iterator[str]:
    """The pictures and products that are not as *record* says, each as `file:line: message`."""
    for piece in pieces(snippet, run):
        recorded = f"{piece.kind}: sha256 {digest_of(snippet.root / piece.path)}\n"
        if recorded not in section_of(record, piece.section):
            yield (
                f"{piece.path}:1: the {piece.kind} is missing, or not the one that was recorded; "
                f"`python -m proof promote {snippet.path}` makes it again"
            )
