"""Writes down what a page needs to run a script by itself, and what that will print.

A script is given whole and in parts, from its top to its end: its sections, which blocks show alone, and what
stands between them.
"""

from __future__ import annotations

import base64
import json
import posixpath
from collections.abc import Iterator

from proof.book import Resolved, Script
from proof.check import JudgedPage
from proof.run import FOLDER, METADATA, sections

#: Where these lie in the site.
PLACE = "live/snippets"


def marks(part: Resolved) -> str:
    """The marks of a block that a page can run: the script, and its section if it shows one."""
    assert part.source is not None
    section = f' data-section="{part.source.section}"' if part.source.section else ""
    return f'data-live="{name_of(part.source.snippet.path)}"{section}'


def name_of(path: str) -> str:
    """How a page calls the script at *path*."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".py")


def runnable(judged: JudgedPage) -> dict[str, str]:
    """What is written down of each script of a page that has a button, by its path in the site."""
    shown = [judged.on(item) for item in judged.page.contents.fences]
    scripts = {part.source.snippet.path for part, verdict in shown if verdict.button and part.source}
    return {
        f"{PLACE}/{name_of(path)}.json": written(judged.resolved.scripts[path]) for path in sorted(scripts)
    }


def written(script: Script) -> str:
    """What is written down of *script*: its code, its output, its parts, and the files beside it."""
    record = script.record
    document = {
        "name": name_of(script.snippet.path),
        "code": script.text,
        "output": record.get("stdout", ""),
        "stderr": record.get("stderr", ""),
        "error": record["error"].rstrip("\n") if "error" in record else None,
        "sections": [
            {"name": name, "code": code, "output": record.get(name, "")} for name, code in parts(script)
        ],
        "files": {
            posixpath.basename(path): base64.b64encode((script.snippet.root / path).read_bytes()).decode()
            for path in script.beside
        },
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def parts(script: Script) -> Iterator[tuple[str, str]]:
    """The sections of *script* by name, in their order, and without a name what stands between them."""
    name, lines = "", list[str]()
    for line in METADATA.sub("", script.snippet.source).splitlines(keepends=True):
        match = sections.MARKER.match(line)
        if match is None:
            lines.append(line)
        elif line.startswith("#"):  # those within a function or a block divide nothing
            yield from part(name, lines)
            name, lines = match["name"] if match["edge"] == "start" else "", []
    yield from part(name, lines)


def part(name: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    """The part called *name* of these *lines*, if there is anything in it."""
    if code := "".join(lines).strip("\n"):
        yield name, f"{code}\n"
