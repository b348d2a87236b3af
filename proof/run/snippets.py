"""A snippet: a script that a reader can save and run, and what it says of itself.

A snippet may carry the standard block of inline script metadata (PEP 723), with a table of ours:

    # /// script
    # [tool.proof]
    # raises = "ValueError"
    # volatile = ["site-packages"]
    # ///

Pages never show that block.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import re
import sys
import tokenize
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from proof.common.complaint import BookError
from proof.common.files import digest_of, line_of, no_text
from proof.common.naming import hidden, misnamed
from proof.common.text import lines, read
from proof.run import cells, lanes, sections, settings
from proof.run.cells import Cell
from proof.run.lanes import Lane

FOLDER = "snippets"
#: Where the notebooks are, and the short examples.
NOTEBOOKS, EXAMPLES = f"{FOLDER}/notebooks", f"{FOLDER}/examples"
#: What a short example says that it prints, below the line that does.
OUTPUT = re.compile(r"(?m)^ *#> ?(.*\n)")
#: The longest that a snippet may take that says nothing of it.
SECONDS = 60
#: How many parts the path of a snippet has: the folder, a chapter and a name.
DEPTH = 3
METADATA = re.compile(r"(?m)^# /// script\n(?P<content>(?:#(?: .*)?\n)+?)# ///(?:\n\n?|\Z)")
#: What was meant to be metadata, or to mark a section.
NEARLY = re.compile(r"(?m)^[ \t]*#+[ \t]*(?P<what>///|-+8<-+).*$")
#: What lies in a folder of snippets and is no helper and no data: what is hidden, and what Python keeps.
OTHERS = re.compile(r"/\.|/__pycache__/")
#: Characters that no page can show.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


class SnippetError(BookError):
    """A snippet that cannot be read; the message names the file and what to do."""


@dataclass(frozen=True)
class Snippet:
    """The script at `root/path`; `path` is relative and starts with `snippets/`."""

    root: Path
    path: str

    @cached_property
    def source(self) -> str:
        """The text of the script."""
        try:
            return read(self.root / self.path)
        except FileNotFoundError:
            raise SnippetError(f"{self.path}:1: there is no such snippet") from None
        except (IsADirectoryError, NotADirectoryError):
            raise SnippetError(f"{self.path}:1: this is a folder, not a script; rename it") from None
        except UnicodeDecodeError as error:
            raise SnippetError(f"{self.path}:{line_of(error)}: {no_text(error)}") from None

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The `[tool.proof]` table of the script's metadata, checked."""
        blocks = list(METADATA.finditer(self.source))
        for match in NEARLY.finditer(self.source):
            line = self.source.count("\n", 0, match.start()) + 1
            within = any(block.start() <= match.start() < block.end() for block in blocks[:1])
            if match["what"] == "///" and not within and not self.notebook:
                raise SnippetError(
                    f"{self.path}:{line}: metadata stands once, between `# /// script` and `# ///`, each of "
                    "its lines after `# `"
                )
            if match["what"] != "///" and not sections.MARKER.match(match[0]):
                raise SnippetError(
                    f"{self.path}:{line}: a section begins with `# --8<-- [start:name]` and ends with "
                    "`# --8<-- [end:name]`; its name has letters, digits, - and _"
                )
        if not blocks:
            return {}
        block = blocks[0]
        try:
            return settings.read("".join(line[2:] or "\n" for line in lines(block["content"], ends=True)))
        except settings.SettingError as error:
            line = self.source.count("\n", 0, block.start("content")) + error.line
            raise SnippetError(f"{self.path}:{line}: {error}") from None

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells of a notebook; none of a script.

        Raises:
            SnippetError: if they cannot be read.
        """
        try:
            return cells.cells(self.source) if self.notebook else []
        except cells.CellError as error:
            raise SnippetError(f"{self.path}:{error.line}: {error}") from None

    @property
    def notebook(self) -> bool:
        """Whether this is a notebook."""
        return self.path.startswith(f"{NOTEBOOKS}/")

    @property
    def code(self) -> list[Cell]:
        """Its cells of code."""
        return [cell for cell in self.cells if cell.kind == "code"]

    @property
    def example(self) -> bool:
        """Whether this is a short example, in which what it prints stands below each line that prints."""
        return self.path.startswith(f"{EXAMPLES}/")

    @property
    def output(self) -> str:
        """What a short example says that it prints."""
        return "".join(OUTPUT.findall(self.source))

    @property
    def program(self) -> str:
        """What runs: the script, or the code of a notebook, whatever is said around it."""
        if not self.cells:
            return self.source
        return json.dumps([(cell.name, cell.code, cell.tags) for cell in self.code])

    @property
    def beside(self) -> list[tuple[str, str | None]]:
        """The helpers and the data in its folder, with their digests; a run may read them unseen.

        Scripts are not among them, nor what is recorded of scripts.
        """
        folder = (self.root / self.path).parent
        walked = list(os.walk(folder))
        scripts = (name for _, _, names in walked[:1] for name in names if name.endswith(".py"))
        recorded = {name.partition(".")[0] for name in scripts if not name.startswith("_")}
        others = (
            os.path.relpath(f"{at}/{name}", folder)
            for at, _, names in walked
            for name in names
            if name.partition(".")[0] not in recorded
        )
        return [
            (name, digest_of(folder / name))
            for name in sorted(others)
            if not OTHERS.search(f"/{name}") and (folder / name).is_file()
        ]

    @property
    def sections(self) -> list[str]:
        """The names of its sections, which are the cells of a notebook."""
        return [cell.name for cell in self.code] or sections.names(self.source)

    @cached_property
    def problem(self) -> str | None:
        """Why the snippet cannot be read, as `file:line: message`; None if it can."""
        if wrong := misnamed(self.path):
            return f"{self.path}:1: {wrong}; rename it"
        stem = Path(self.path).stem
        if not self.notebook and stem in modules():
            return (
                f"{self.path}:1: Python has a module {stem}, instead of which scripts beside this one would "
                "import it; call it otherwise"
            )
        try:
            if unseen := UNSEEN.search(self.source):
                line, name = self.source.count("\n", 0, unseen.start()) + 1, f"\\x{ord(unseen[0]):02x}"
                raise SnippetError(f"{self.path}:{line}: a character that nobody sees; write it as {name}")
            self.settings, self.cells  # noqa: B018 - reading them is the check
        except SnippetError as error:
            return str(error)
        return self.section_problem

    @property
    def section_problem(self) -> str | None:
        """A section called as one of its record is."""
        for number, line in enumerate(lines(self.source), start=1):
            match = None if self.cells else sections.MARKER.match(line)
            if match and sections.TAKEN.fullmatch(match["name"]):
                return (
                    f"{self.path}:{number}: a section cannot be called {match['name']}, for its record has "
                    "one of that name; give it another"
                )
        return None

    @cached_property
    def lanes(self) -> list[Lane]:
        """The lanes in which the snippet holds; those of *now* unless it says otherwise."""
        found = lanes.named(self.settings.get("lanes", ["now"]))
        able = [lane for lane in found if lane.trains or not self.settings.get("trains", False)]
        return [lane for lane in able if lane.proves]

    def record(self, lane: Lane) -> str:
        """The path of the record with which *lane* is compared, relative to the root.

        It is the family's, unless the snippet's `differs` gives a reason why that lane's differs.
        """
        name = lane.name if lane.name in self.settings.get("differs", {}) else lane.family
        return f"{self.path.removesuffix('.py')}.{name}.txt"

    def picture(self, lane: Lane, figure: str) -> str:
        """The path of the picture of *figure* that belongs to the record of *lane*."""
        return f"{self.record(lane).removesuffix('.txt')}.{figure}.svg"

    def product(self, lane: Lane, name: str) -> str:
        """The path of the product *name* that belongs to the record of *lane*."""
        return f"{self.record(lane).removesuffix('.txt')}.{name}"

    @property
    def products(self) -> list[str]:
        """The names of the files that the snippet leaves for the site."""
        return list(self.settings.get("products", []))

    @property
    def cuts(self) -> list[int]:
        """The numbers of the lines that start or end a section outside any function or block."""
        numbered = enumerate(lines(self.source), start=1)
        return [number for number, line in numbered if line.startswith("#") and sections.MARKER.match(line)]

    @property
    def data(self) -> list[str]:
        """The data sets that the snippet loads."""
        return list(self.settings.get("data", []))

    def tolerance(self, name: str) -> float:
        """How far the numbers of a section, a figure or a product may lie apart from run to run."""
        return float(self.settings.get("tolerance", {}).get(name, 0))

    @property
    def varies(self) -> bool:
        """Whether numbers that it prints may lie apart from run to run."""
        return any(self.tolerance(name) for name in ("stdout", *self.sections))

    @property
    def fresh(self) -> bool:
        """Whether the import of the libraries is part of what the snippet shows."""
        return bool(self.settings.get("fresh", False))

    @cached_property
    def remarks(self) -> list[tuple[int, str]]:
        """The comments that a page shows, with the lines of the script on which they stand."""
        hidden = METADATA.search(self.source)
        first, found = self.source.count("\n", 0, hidden.end()) if hidden else 0, []
        with contextlib.suppress(tokenize.TokenError, SyntaxError):
            for token in tokenize.generate_tokens(io.StringIO(self.source).readline):
                line = token.start[0]
                if token.type == tokenize.COMMENT and line > first and self.is_shown(line):
                    found.append((line, token.string))
        return found

    def is_shown(self, line: int) -> bool:
        """Whether a page shows the comment on a *line*, and it marks no section and no cell."""
        if self.cells:
            cell = next((cell for cell in reversed(self.cells) if cell.line <= line), None)
            return cell is not None and cell.kind == "code" and cell.line != line
        shown = lines(self.source)[line - 1]
        return not (sections.MARKER.match(shown) or (self.example and OUTPUT.match(f"{shown}\n")))

    @property
    def raises(self) -> str | None:
        """The name of the exception that ends the snippet, where ending so is its point."""
        return self.settings.get("raises")

    @property
    def seconds(self) -> int:
        """The longest the snippet may take."""
        return int(self.settings.get("seconds", SECONDS))

    @property
    def long(self) -> bool:
        """Whether it says that it may take longer than most."""
        return self.seconds > SECONDS

    @property
    def volatile(self) -> list[str]:
        """The names of the fields in its output that differ from machine to machine."""
        return list(self.settings.get("volatile", []))

    def shown(self, section: str | None = None) -> str:
        """What a page shows: the whole script, or one of its sections; of a notebook, its code.

        Raises:
            SectionError: if the section is missing or badly marked.
        """
        if self.cells:
            codes = {cell.name: cell.code for cell in self.code}
            if section is None:
                return "\n".join(codes.values())
            if section not in codes:
                raise sections.SectionError(f"there is no cell “{section}” (cells here: {', '.join(codes)})")
            return codes[section]
        if section is not None:
            return sections.excerpt(self.source, section)
        return sections.without_markers(METADATA.sub("", self.source)).strip("\n") + "\n"


def find(root: Path) -> list[Snippet]:
    """Every snippet below *root*, in order of path. A name that starts with `_` is a helper."""
    found = (file.relative_to(root / FOLDER).as_posix() for file in (root / FOLDER).glob("*/*.py"))
    return [
        Snippet(root, f"{FOLDER}/{path}")
        for path in sorted(found)
        if not PurePosixPath(path).name.startswith("_") and not hidden(path)
    ]


@functools.cache
def modules() -> frozenset[str]:
    """The names of Python's own modules, and of those that lanes import."""
    return sys.stdlib_module_names.union(*((*lane.preload, *lane.libraries) for lane in lanes.LANES.values()))


def none_at(path: str) -> str | None:
    """Why no snippet can be at *path*, and what to do; None if one can."""
    parts, name = PurePosixPath(path).parts, PurePosixPath(path).name
    if parts[:1] != (FOLDER,) or not name.endswith(".py"):
        return f"it is no script below {FOLDER}/"
    if len(parts) != DEPTH:
        return f"it is no snippet, for a snippet lies in {FOLDER}/CHAPTER/NAME.py; move it there"
    if name.startswith("_"):
        return (
            f"it is a helper, which runs only where a snippet imports it; name the snippet, or rename it to "
            f"{name.lstrip('_')}, for it to be one"
        )
    return None
