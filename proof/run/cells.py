"""Notebooks as scripts in cells, the form that Jupyter's tools and editors call percent.

A line that starts with `# %%` begins a cell:

    # %% [markdown] lang="zh"
    # 两层，25,450 个参数。

    # %% id="build" tags=["solution"]
    model = keras.Sequential([Dense(32), Dense(10)])

A cell of words says in which language it is; a cell of code has an id, and is a section of the script.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from proof.common.text import lines as lines_of

BEGINS = re.compile(r"# %%(?: \[(?P<kind>\w+)\])?(?P<given>(?: \w+=(?:\"[^\"]*\"|\[[^\]]*\]))*)\s*")
GIVEN = re.compile(r"(\w+)=(\"[^\"]*\"|\[[^\]]*\])")
#: The kinds of cells that hold words: text, and what stands before the first heading.
WORDS = ("markdown", "raw")
NAME = re.compile(r"[a-z][a-z0-9-]*(?<!-out)(?<!-error)(?<!-stderr)(?<!-figure)")
#: The tag of a cell that ends in an exception, as Jupyter has it, and that of one that is at first folded.
RAISES, SOLUTION = "raises-exception", "solution"
#: The least lines of a cell of code: one of code, and a blank one.
LEAST = 2
KNOWN = {"code": ("id", "tags"), **dict.fromkeys(WORDS, ("lang",))}


class CellError(ValueError):
    """A cell that cannot be read; `line` is where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Cell:
    """A cell: the number of the line that begins it, and the lines below that one, to the next cell.

    `name` is the id of a cell of code, `language` that of words.
    """

    line: int
    kind: str
    lines: tuple[str, ...]
    name: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of the cell."""
        return "\n".join(self.lines).strip("\n") + "\n"

    @property
    def raises(self) -> bool:
        """Whether an exception ends it, where ending so is its point."""
        return RAISES in self.tags

    @property
    def words(self) -> list[str]:
        """Its lines without the signs of a comment."""
        return [line[2:] if line.startswith("# ") else line.removeprefix("#") for line in self.lines]


def cells(source: str) -> list[Cell]:
    """The cells of a notebook, from its top to its end.

    Raises:
        CellError: at the first line that cannot be understood.
    """
    lines = [*lines_of(source), ""]
    starts = [number for number, line in enumerate(lines) if line.startswith("# %%")]
    if not starts:
        raise CellError(1, 'a notebook is made of cells; one begins with `# %% id="…"`')
    found = [
        cell(start + 1, lines[start], tuple(lines[start + 1 : end]))
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    for place, one in enumerate(found):
        if one.name and one.name in {earlier.name for earlier in found[:place]}:
            raise CellError(one.line, f"there are two cells with the id {one.name}")
    return found


def cell(number: int, begins: str, lines: tuple[str, ...]) -> Cell:
    """The cell that line *number*, *begins*, begins.

    Raises:
        CellError: if it cannot be understood.
    """
    match = BEGINS.fullmatch(begins)
    kind = (match and match["kind"]) or "code"
    if match is None or kind not in KNOWN:
        raise CellError(number, 'a cell begins with `# %% id="…"` or `# %% [markdown] lang="…"`')
    try:
        given = {name: json.loads(value) for name, value in GIVEN.findall(match["given"])}
    except ValueError as error:
        raise CellError(number, f"what the cell is given is no text and no list of texts: {error}") from None
    if unknown := set(given) - set(KNOWN[kind]):
        raise CellError(number, f"a cell of this kind does not know {', '.join(sorted(unknown))}")
    if kind in WORDS:
        if given.get("lang") not in ("zh", "en"):
            raise CellError(number, 'words are in a language: `lang="zh"` or `lang="en"`')
        for place, line in enumerate(lines, start=number + 1):
            if line.strip() and not line.startswith("#"):
                raise CellError(place, "a line of words starts with `# `; code stands in a cell of its own")
        return Cell(number, kind, lines, language=given["lang"])
    name = given.get("id", "")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise CellError(number, 'a cell of code has an id of its own: `# %% id="dense-again"`')
    tags = given.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise CellError(number, 'tags are a list of texts: `tags=["solution"]`')
    if not any(line.strip() for line in lines) or len(lines) < LEAST:
        raise CellError(number, f"the cell {name} holds code, and ends with a line left blank")
    return Cell(number, kind, lines, name=name, tags=tuple(tags))
