"""What the page for old code knows and marks: its rules, read from its tables, asked of scripts by Deno.

`python -m tests.book.old_code.marks` writes the marks on the scripts of the book for the figure on that page.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from proof.common.text import read

ROOT = Path(__file__).parents[3]
PAGE = "old-code.md"
SCRIPTS, MARKS = ROOT / "snippets/old-code/scripts", ROOT / "snippets/old-code/marks.json"
#: A line of a script of the book, and how it is written today.
MENDED = re.compile(r"(?m)^( *)(.*?)  # now:(.*)$")
CELL = re.compile(r" (?:[^|`]|`[^`]*`)* (?=\|)")
CLAIM = re.compile(r"\]\(([\w-]+\.md)?#([\w-]+) \"")


@dataclass(frozen=True)
class Row:
    """A row of a table of rules: its section, its rules, and the places of its claims, `page.md#fence`."""

    line: int
    section: str
    rules: tuple[str, ...]
    claims: tuple[str, ...]


def rows(language: str = "en") -> Iterator[Row]:
    """The rows of the tables of rules, in order of the page."""
    section = ""
    for number, line in enumerate(read(ROOT / "docs" / language / PAGE).splitlines(), start=1):
        if heading := re.match(r"##+ .*\{ #([\w-]+) \}", line):
            section = heading[1]
        elif section in ("fails", "means", "warns", "tensorflow") and line.startswith("| `"):
            old, said, *_ = CELL.findall(line)
            claims = tuple(f"{page or PAGE}#{fence}" for page, fence in CLAIM.findall(said))
            yield Row(number, section, tuple(re.findall(r"`([^`]+)`", old)), claims)


def asked(scripts: Mapping[str, str]) -> dict[str, dict[str, list[int]]]:
    """The lines that each rule marks, by script and rule."""
    found = list(rows())
    question = {
        "rules": [rule for row in found if row.section != "tensorflow" for rule in row.rules],
        "there": [rule for row in found if row.section == "tensorflow" for rule in row.rules],
        "scripts": dict(scripts),
    }
    deno = Path(sys.executable).with_name("deno")
    command = [str(deno), "run", "--quiet", "--no-remote", "--allow-env", "tests/book/old_code/marks.js"]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(question), capture_output=True, text=True, check=True
    )
    marks: dict[str, dict[str, list[int]]] = json.loads(done.stdout)
    return marks


def scripts(*, mended: bool = False) -> dict[str, str]:
    """The old scripts of the book, as they were or as mended."""

    def line(match: re.Match[str]) -> str:
        return match[1] + ((match[3].strip() or "pass") if mended else match[2])

    return {file.stem: MENDED.sub(line, read(file)) for file in sorted(SCRIPTS.glob("*.txt"))}


def written() -> str:
    """The marks on the scripts, as the figure of the page reads them: lines by kind, of each script."""
    kinds = {rule: row.section for row in rows() for rule in row.rules}
    marks: dict[str, dict[str, list[int]]] = {}
    for name, found in sorted(asked(scripts()).items()):
        lines: dict[str, set[int]] = {}
        for rule, places in found.items():
            lines.setdefault(kinds[rule], set()).update(places)
        marks[name] = {kind: sorted(lines[kind]) for kind in sorted(lines)}
    listed = (f"  {json.dumps(name)}: {json.dumps(kinds)}" for name, kinds in marks.items())
    return "{\n" + ",\n".join(listed) + "\n}\n"


if __name__ == "__main__":
    MARKS.write_text(written(), encoding="utf-8")
