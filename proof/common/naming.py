"""What the parts of a book may be called: one rule for pages, chapters, snippets and sections.

A name becomes a file on every system, a part of an address, and a word in `docs/aligned.txt` and in Markdown.
So it is made of letters of any language, digits, `-` and `_`, and of nothing else: no space, no dot, no sign.
What begins with a dot belongs to an editor or to the system, and is passed over, as MkDocs passes over it.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

RULE = "letters of any language, digits, - and _"
NAME = re.compile(r"\w[\w-]*")
#: What no file may be called on Windows.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)


def hidden(path: str) -> bool:
    """Whether *path*, as seen from the folder of its kind, belongs to an editor or to the system.

    ```py
    from proof.common.naming import hidden

    print(hidden(".ipynb_checkpoints/index.md"), hidden("index.md"))
    #> True False
    ```
    """
    return any(part.startswith(".") for part in PurePosixPath(path).parts)


def misnamed(path: str) -> str | None:
    """What is wrong with the name of the file at *path*, or of a folder above it; None if nothing.

    ```py
    from proof.common.naming import misnamed

    print(misnamed("层/序列-2.md"))
    #> None
    print(misnamed("my page.md"))
    #> “my page” is no name; names are made of letters of any language, digits, - and _: “my-page”
    ```
    """
    *folders, file = PurePosixPath(path).parts
    for name in (*folders, file.rpartition(".")[0] or file):
        if NAME.fullmatch(name) is None:
            return f"“{name}” is no name; names are made of {RULE}: “{proper(name)}”"
        if name.lower() in DEVICES:
            return f"no file can be called “{name}” on Windows; call it “{name}-1”"
    return None


def proper(name: str) -> str:
    """A name like *name* that is one."""
    return re.sub(r"[^\w-]+", "-", name).strip("-") or "name"
