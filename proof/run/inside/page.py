"""Makes a lane's process see what the Python in a reader's page has, and no more. Imported before Keras.

Of the lane's packages there are those that the page has, as byte code: the lines of their sources are in no
traceback and in no warning. The stand-ins come before all of them. Neither processes nor threads can be
started, as in a browser.
"""

from __future__ import annotations

import linecache
import subprocess
import sys
import threading
from collections.abc import Iterable
from importlib.machinery import ModuleSpec, PathFinder
from importlib.metadata import Distribution
from typing import Any

#: The packages that a page has, beside the stand-ins; and the one that the lane's own process needs.
PACKAGES = frozenset({"absl", "keras", "numpy", "packaging", "pebble", "rich"})
#: Those of them of which it knows the version.
DISTRIBUTIONS = frozenset({"absl-py", "keras", "numpy", "packaging", "rich"})
#: How the folder of packages ends.
FOLDER = "-packages"

lines_of = linecache.updatecache


class OfThePage(PathFinder):
    """Finds what Python finds by itself, but of the packages that are installed only those of a page."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Where *name* is, if a page has it."""
        if path is None and name not in PACKAGES:
            path = [folder for folder in sys.path if not folder.endswith(FOLDER)]
        return PathFinder.find_spec(name, path, target)

    @classmethod
    def find_distributions(cls, *context: Any) -> Iterable[Distribution]:  # type: ignore[override]
        """What is installed, as far as a page has it."""
        found = PathFinder.find_distributions(*context)
        return (one for one in found if one.metadata["Name"].lower() in DISTRIBUTIONS)


def lines_seen(filename: str, module_globals: Any = None) -> list[str]:
    """The lines of a file that are there: none of a package."""
    return [] if f"{FOLDER}/" in filename else lines_of(filename, module_globals)


def start(_: threading.Thread) -> None:
    """Start no thread: a browser's Python has one."""
    raise RuntimeError("can't start new thread")


sys.meta_path[sys.meta_path.index(PathFinder)] = OfThePage
vars(linecache)["updatecache"] = lines_seen
vars(subprocess)["_can_fork_exec"] = False
vars(threading)["Thread"].start = start
