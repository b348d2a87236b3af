"""Starts a snippet: writes one that runs, and gives the fences that show it in a page."""

from __future__ import annotations

from pathlib import Path

from proof.common.files import write_atomically
from proof.common.naming import misnamed
from proof.run import EXAMPLES, FOLDER, NOTEBOOKS, NOW, Snippet, snippets

SKELETON = """\
import keras

print(keras.__version__)
"""
FENCES = """\
Wrote {path}. Edit it, run `python -m proof promote {path}`, and show it in a page:

``` {{ .python #{anchor} title="{path}" }}
--8<-- "{path}"
```

``` {{ .text }}
--8<-- "{record}:stdout"
```
"""


def started(root: Path, name: str) -> str:
    """Write the snippet called *name*, and give what to do with it next.

    Raises:
        ValueError: if the name is none for a snippet, or there is one of that name.
    """
    given = name.removeprefix(f"{FOLDER}/").removesuffix(".py")
    path = f"{FOLDER}/{given}.py"
    if given.count("/") != 1 or given.endswith("/") or given.startswith("/"):
        raise ValueError(f"{name} is not CHAPTER/NAME, such as sequential/from_list")
    if why := misnamed(f"{given}.py"):
        raise ValueError(f"{name} is not CHAPTER/NAME, such as sequential/from_list: {why}")
    if why := snippets.none_at(path):
        raise ValueError(f"{path}: {why}")
    if path.startswith((f"{NOTEBOOKS}/", f"{EXAMPLES}/")):
        raise ValueError(f"{path} would be no script of its own; CONTRIBUTING.md tells how one begins")
    if (root / FOLDER / given.partition("/")[0]).is_file():
        raise ValueError(f"{FOLDER}/{given.partition('/')[0]} is a file; a chapter is a folder")
    if (root / path).exists():
        raise ValueError(f"{path} exists; choose another name, or edit it")
    write_atomically(root / path, SKELETON)
    anchor = given.partition("/")[2].replace("_", "-")
    return FENCES.format(anchor=anchor, path=path, record=Snippet(root, path).record(NOW))
