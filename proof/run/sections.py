"""Named sections of a text file, marked as pymdownx.snippets marks them.

A section stands between a line that holds `--8<-- [start:NAME]` and one that holds
`--8<-- [end:NAME]`, behind whatever comment sign the file needs. Snippets and records use them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from proof.common.text import lines as lines_of

SIGN = "--8<--"
MARKER = re.compile(rf"^.*{SIGN} \[(?P<edge>start|end):(?P<name>[\w-]+)\]\s*$")

#: What the sections of a record are called by themselves, so that none of a script can be.
TAKEN = re.compile(r"stdout|stderr|error|.*-(?:figure|product)")


class SectionError(ValueError):
    """A section that is missing, doubled, empty, or not closed."""


def mark(name: str, body: str) -> str:
    """Wrap *body* in the markers of section *name*.

    ```py
    from proof.run.sections import mark, names

    print(names(mark("stdout", "25,450") + mark("error", "ValueError")))
    #> ['stdout', 'error']
    ```
    """
    if body and not body.endswith("\n"):
        body += "\n"
    return f"--8<-- [start:{name}]\n{body}--8<-- [end:{name}]\n"


def marked(text: str, spans: Mapping[str, tuple[int, int]]) -> str:
    """*text* with a marker at both ends of each of *spans* that is made of whole lines."""
    edges = []
    for name, (start, end) in spans.items():
        if {text[start - 1 : start], text[end - 1 : end]} <= {"", "\n"}:
            edges += [
                (start, 1, -end, f"--8<-- [start:{name}]\n"),
                (end, 0, -start, f"--8<-- [end:{name}]\n"),
            ]
    for place, _, _, marker in sorted(edges, reverse=True):
        text = text[:place] + marker + text[place:]
    return text


def names(text: str) -> list[str]:
    """The sections of *text*, in the order in which they start."""
    found = (MARKER.match(line) for line in lines_of(text) if SIGN in line)
    return [match["name"] for match in found if match and match["edge"] == "start"]


def lines(text: str) -> dict[str, tuple[int, int]]:
    """The numbers of the first and the last marker line of each section of *text*."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines_of(text), start=1):
        match = MARKER.match(line)
        if match:
            first, _ = found.get(match["name"], (number, number))
            found[match["name"]] = first, number
    return found


def without_markers(text: str) -> str:
    """*text* without the marker lines."""
    return "".join(line for line in lines_of(text, ends=True) if SIGN not in line or not MARKER.match(line))


def body(text: str, name: str) -> str:
    """The lines of section *name*, exactly as they stand, without markers of inner sections.

    Raises:
        SectionError: if there is not exactly one such section, closed after it starts.
    """
    edges: dict[str, list[int]] = {"start": [], "end": []}
    every = lines_of(text, ends=True)
    for number, line in enumerate(every):
        match = SIGN in line and MARKER.match(line)
        if match and match["name"] == name:
            edges[match["edge"]].append(number)
    if not edges["start"]:
        known = ", ".join(names(text)) or "none"
        raise SectionError(f"there is no section “{name}” (sections here: {known})")
    if len(edges["start"]) > 1 or len(edges["end"]) != 1 or edges["end"] < edges["start"]:
        raise SectionError(f"section “{name}” must start once and then end once")
    return without_markers("".join(every[edges["start"][0] + 1 : edges["end"][0]]))


def excerpt(text: str, name: str) -> str:
    """Section *name* of a script as a page shows it: unindented, no blank lines around it.

    ```py
    from proof.run.sections import excerpt, mark

    print(excerpt(mark("read", "    text = log.read()"), "read").splitlines())
    #> ['text = log.read()']
    ```
    """
    shown = textwrap.dedent(body(text, name)).strip("\n")
    if not shown:
        raise SectionError(f"section “{name}” is empty")
    return shown + "\n"
