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
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from proof.common.complaint import BookError
from proof.common.files import digest, line_of
from proof.common.text import read as read_text
from proof.record.pieces import NUMBER, pieces
from proof.record.volatile import VOLATILE
from proof.run import FOLDER, LANES, Lane, Run, Snippet, sections


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


def head_of(record: str) -> str:
    """The lines of *record* that say what made it."""
    return record.partition("--8<--")[0]


def section_of(record: str, name: str) -> str:
    """What a section of *record* says; nothing if it has none of that name."""
    try:
        return sections.body(record, name)
    except sections.SectionError:
        return ""


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
