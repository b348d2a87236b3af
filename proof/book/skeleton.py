"""Starts a snippet: writes one that runs, and gives the fences that show it in a page."""

from __future__ import annotations

import re
from pathlib import Path

from proof.common.files import write_atomically
from proof.run import FOLDER, NOW, Snippet

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
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9_]+", name):
        raise ValueError(f"{name} is not CHAPTER/NAME, such as sequential/from_list")
    path = f"{FOLDER}/{name}.py"
    if (root / path).exists():
        raise ValueError(f"{path} exists; choose another name, or edit it")
    write_atomically(root / path, SKELETON)
    anchor = name.partition("/")[2].replace("_", "-")
    return FENCES.format(anchor=anchor, path=path, record=Snippet(root, path).record(NOW))
