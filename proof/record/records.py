"""Records: the part of a run that pages show, kept beside its snippet. Knows nothing of processes.

A record is a text file, `from_list.now.txt` for `from_list.py`: a head that says what made it, then
the sections `stdout`, `stderr` and `error` (the exception that ended the script, where that is its
point), as `proof.run.sections` marks them, those that are not empty. Within `stdout` stand the sections
of the script that printed something, under their own names:

    command: python snippets/sequential/from_list.py
    lane: now
    versions: keras 3.15.1, tensorflow 2.21.0, python 3.11.7
    source: sha256 5f0c…
    --8<-- [start:stdout]
    …
    --8<-- [end:stdout]

The picture of a figure is a file of its own, `from_list.now.curves.svg`. What the figure plots stands
in the record, in the section `curves-figure`, and decides whether two of them are the same. A product
is a file of its own, too: `mnist.now.network.bin`, of which the section `network-product` tells.

Only `promote` writes records.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from proof.common.complaint import BookError
from proof.common.files import digest, digest_of, line_of, write_all
from proof.common.text import lines
from proof.common.text import read as read_text
from proof.record import plain
from proof.record.pieces import NUMBER, alike, pieces
from proof.run import FOLDER, LANES, OUTPUT, Lane, Run, Snippet, sections


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


class RecordError(BookError):
    """A record that is missing, damaged, or not what the run printed; the message says which."""


def snippet_of(
    root: Path, path: str, known: Mapping[str, Snippet] = MappingProxyType({})
) -> tuple[Snippet, Lane] | None:
    """The snippet that makes the record, the picture or the product at *path*, and the lane that writes it.

    That is the first of the snippet's lanes that are compared with it. None if there is none. A snippet that
    is *known*, by its path, is not read again.
    """
    match = re.fullmatch(rf"({FOLDER}/[^/]+/[^/.]+)\.([\w-]+)(?:\.[\w-]+\.(?:bin|svg)|\.txt)", path)
    if match is None:
        return None
    script, record = f"{match[1]}.py", f"{match[1]}.{match[2]}.txt"
    snippet = known.get(script) or Snippet(root, script)
    if snippet.example:
        return None
    if snippet.problem:
        lanes = [lane for lane in LANES.values() if match[2] in (lane.name, lane.family)]
    else:
        lanes = [lane for lane in snippet.lanes if snippet.record(lane) == record]
    return (snippet, lanes[0]) if lanes else None


def writes(snippet: Snippet, run: Run) -> bool:
    """Whether the lane of *run* writes the record with which it is compared."""
    maker = snippet_of(snippet.root, snippet.record(LANES[run.lane]), {snippet.path: snippet})
    return maker is not None and maker[1].name == run.lane


def normalised(snippet: Snippet, text: str) -> str:
    """*text* with the snippet's declared volatile fields replaced.

    Raises:
        RecordError: if it declares a field that nobody knows.
    """
    for name in snippet.volatile:
        if name not in VOLATILE:
            known = ", ".join(VOLATILE)
            raise RecordError(f"{snippet.path}:1: volatile “{name}” is not one of: {known}")
        text = VOLATILE[name].replaced(text)
    return text


def repeatable(snippet: Snippet, text: str) -> str:
    """*text* without what may differ from run to run, numbers included if any of its sections may."""
    text = normalised(snippet, text)
    return NUMBER.sub("#", text) if snippet.varies else text


def idle_fields(snippet: Snippet, text: str) -> list[str]:
    """The volatile fields that *snippet* declares and *text* does not hold."""
    return [name for name in snippet.volatile if name in VOLATILE and not VOLATILE[name].within(text)]


def render(snippet: Snippet, run: Run) -> str:
    """The text of the record of *run*."""
    order = [*sorted(set(run.versions) - {"python"}), "python"]
    versions = ", ".join(f"{name} {run.versions[name]}" for name in order)
    command = f"python {snippet.path}"
    if snippet.cells:
        command = f"jupyter execute {Path(snippet.path).stem}.ipynb"
    head = (
        f"command: {command}\n"
        f"lane: {run.lane}\n"
        f"versions: {versions}\n"
        f"source: sha256 {digest(snippet.program)}\n"
    )
    return (
        head
        + "".join(
            sections.mark(name, normalised(snippet, text)) for name, text in printed(run).items() if text
        )
        + "".join(sections.mark(piece.section, piece.text) for piece in pieces(snippet, run))
    )


def printed(run: Run) -> dict[str, str]:
    """What a run printed for its record, by section; each cell of a notebook has its own."""
    if run.cells:
        return dict(run.cells)
    raised = f"{run.error['type']}: {run.error['message']}" if run.error else ""
    return {"stdout": sections.marked(run.stdout, run.sections), "stderr": run.stderr, "error": raised}


def comparable(record: str, exactly: bool = True) -> str:
    """A record without what may differ where it holds.

    That is Python's version and, unless *exactly*, the lane and the versions of its libraries.
    """
    record = re.sub(r"(?m)^(versions: .*), python [\d.]+$", r"\1", record, count=1)
    return record if exactly else re.sub(r"(?m)^(?:lane|versions): .*\n", "", record, count=2)


def read(root: Path, path: str) -> str:
    """The text of the record at *path*.

    Raises:
        RecordError: if there is none, or it is not text.
    """
    try:
        return read_text(root / path)
    except FileNotFoundError:
        command = f"python -m proof promote {path.rsplit('.', 2)[0]}.py"
        raise RecordError(f"{path}:1: there is no such record; `{command}` writes it") from None
    except UnicodeDecodeError as error:
        command = f"python -m proof promote {path.rsplit('.', 2)[0]}.py"
        raise RecordError(f"{path}:{line_of(error)}: not UTF-8 text; `{command}` writes it again") from None
    except (IsADirectoryError, NotADirectoryError):
        raise RecordError(f"{path}:1: this is a folder where a record should be; remove it") from None


def shown(root: Path, path: str, section: str) -> str:
    """What a page shows of the record at *path*.

    Raises:
        RecordError: if there is no such record.
        SectionError: if it has no such section.
    """
    return sections.body(read(root, path), section)


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
    remade = head_of(comparable(old, exactly)) != head_of(comparable(new, exactly))
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


def head_of(record: str) -> str:
    """The lines of *record* that say what made it."""
    return record.partition("--8<--")[0]


def section_of(record: str, name: str) -> str:
    """What a section of *record* says; nothing if it has none of that name."""
    try:
        return sections.body(record, name)
    except sections.SectionError:
        return ""


def damaged_files(snippet: Snippet, run: Run, record: str) -> Iterator[str]:
    """The pictures and products that are not as *record* says, each as `file:line: message`."""
    for piece in pieces(snippet, run):
        recorded = f"{piece.kind}: sha256 {digest_of(snippet.root / piece.path)}\n"
        if recorded not in section_of(record, piece.section):
            yield (
                f"{piece.path}:1: the {piece.kind} is missing, or not the one that was recorded; "
                f"`python -m proof promote {snippet.path}` makes it again"
            )


def orphans(root: Path, known: Mapping[str, Snippet] = MappingProxyType({})) -> list[str]:
    """The records that no snippet makes. A snippet that is *known*, by its path, is not read again."""
    files = [file for kind in ("txt", "svg", "bin") for file in (root / FOLDER).glob(f"*/*.{kind}")]
    found = sorted(file.relative_to(root).as_posix() for file in files)
    made_by = {path: snippet_of(root, path, known) for path in found}
    return [
        path
        for path, maker in made_by.items()
        if maker is None
        or not (root / maker[0].path).exists()
        or (maker[0].problem is None and not belongs(path, *maker))
    ]


def belongs(path: str, snippet: Snippet, lane: Lane) -> bool:
    """Whether *path* is the record of *snippet* in *lane*, or one of its pictures and products."""
    record = snippet.record(lane)
    name, _, kind = path.removeprefix(record.removesuffix("txt")).partition(".")
    section = {"svg": f"{name}-figure", "bin": f"{name}-product"}.get(kind)
    return path == record or bool(
        section and (snippet.root / record).exists() and section_of(read(snippet.root, record), section)
    )
