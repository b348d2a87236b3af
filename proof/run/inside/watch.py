"""Notices what a snippet looks at, for it has to run again when that changes.

Seen are files that Python opens, folders that it lists, what it asks the system about, modules that it
looks for and libraries that it loads, whether they are there or not, and the files that are named to a
program that it starts. What such a program and native code read beyond that is not seen; therefore the
helpers and the data beside a script are part of what names its run (`Request.key`).
"""

from __future__ import annotations

import hashlib
import os
import shlex
import stat
import sys
from collections.abc import Callable, Iterable
from typing import Any

#: Folders whose files are the machine's or the lane's, not the snippet's data.
SYSTEM = ("/dev", "/etc", "/proc", "/sys", "/usr")
#: The events of Python's audit whose first argument is a path.
PATHS = frozenset({"ctypes.dlopen", "os.listdir", "os.scandir", "sqlite3.connect"})
#: Those that start a program, by the place of its arguments.
PROGRAMS = {"os.exec": 1, "os.posix_spawn": 1, "os.system": 0, "subprocess.Popen": 1}
#: What asks the system about a path.
QUESTIONS = ("access", "lstat", "readlink", "stat")
#: The importer lists the folders of the search path; which modules it looked for is noticed by themselves.
IMPORTER = "<frozen importlib._bootstrap_external>"
#: What is never to be found again: a file that changed while the snippet ran.
CHANGED = "changed while it ran"
#: What there may be instead of a file, as `proof.common.files.state_of` has it, too.
ABSENT, FOLDER = "absent", "folder"


class Watch:
    """What has been looked at, each path with what the system said of it at the first look."""

    def __init__(self, root: str, own: Iterable[str]) -> None:
        """Have paths below *root* named from there; nothing below the folders *own* is noted."""
        self.root = root
        self.outside = tuple(folder.rstrip(os.sep) + os.sep for folder in (*own, *SYSTEM))
        self.above = (root, *self.outside)
        self.looks: dict[str, tuple[int, ...]] = {}
        self.ask = os.stat

    def start(self) -> None:
        """Notice from now on."""
        sys.addaudithook(self.hear)
        sys.meta_path.insert(0, self)
        for name in QUESTIONS:
            setattr(os, name, self.noticing(getattr(os, name)))

    def noticing(self, question: Callable[..., Any]) -> Callable[..., Any]:
        """*question*, whose path is noted."""

        def asked(path: Any, *arguments: Any, **named: Any) -> Any:
            self.note(path)
            return question(path, *arguments, **named)

        asked.__name__ = asked.__qualname__ = question.__name__
        return asked

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note what an event of the audit is about."""
        if event == "open":
            path, mode, _ = arguments
            if mode is None or "r" in mode:
                self.note(path)
        elif event in PATHS:
            if event != "os.listdir" or sys._getframe(1).f_code.co_filename != IMPORTER:
                self.note(arguments[0] or ".", listed=event.startswith("os."))
        elif event in PROGRAMS:
            given = arguments[PROGRAMS[event]]
            words = [given] if isinstance(given, (str, bytes)) else list(given or ())
            for word in words:
                self.note(word)
                if isinstance(word, (str, bytes)):
                    self.note_words(os.fsdecode(word))

    def note_words(self, command: str) -> None:
        """Note the words of a *command* for the shell that are files."""
        try:
            words = shlex.split(command)
        except ValueError:
            words = command.split()
        for word in words:
            if os.path.isabs(word):
                self.note(word)

    def find_spec(self, name: str, path: Iterable[str] | None = None, _: object = None) -> None:
        """Note where a module is looked for; find none. No script may be called like one of Python's."""
        if name.partition(".")[0] in sys.stdlib_module_names:
            return
        for folder in [sys.path[0]] if path is None else list(path):
            if isinstance(folder, str):
                self.note(os.path.join(folder, name.rpartition(".")[2]))
                self.note(os.path.join(folder, f"{name.rpartition('.')[2]}.py"))

    def note(self, path: Any, listed: bool = False) -> None:
        """Note a look at *path*, and at its list, unless it is the system's or the run's own, or above."""
        try:
            path = os.path.abspath(os.fsdecode(path))
        except (TypeError, ValueError):
            return
        within = f"{path}{os.sep}"
        if within.startswith(self.outside) or any(folder.startswith(within) for folder in self.above):
            return
        for seen in (path, within) if listed else (path,):
            if seen not in self.looks:
                self.looks[seen] = self.look(seen)

    def look(self, path: str) -> tuple[int, ...]:
        """What the system says of *path* now; nothing if it is not there."""
        try:
            said = self.ask(path)
        except (OSError, ValueError):
            return ()
        if stat.S_ISDIR(said.st_mode):
            return (said.st_ino, said.st_mtime_ns) if path.endswith(os.sep) else (said.st_ino,)
        return (said.st_ino, said.st_size, said.st_mtime_ns, said.st_ctime_ns)

    def seen(self, imported: Iterable[str], exclude: str) -> dict[str, str]:
        """The states of what has been looked at, and of the files of what was *imported*, by their paths."""
        for path in imported:
            self.note(path)
        states = {
            path: self.state(path) if self.look(path) == first else CHANGED
            for path, first in list(self.looks.items())
            if path != exclude and not path.endswith(".pyc")
        }
        return {self.named(path): state for path, state in states.items() if state}

    def state(self, path: str) -> str:
        """What is at *path*, as `proof.common.files.state_of` has it; empty for what nobody can compare."""
        try:
            mode = self.ask(path).st_mode
            if stat.S_ISDIR(mode) and not path.endswith(os.sep):
                return FOLDER
            if stat.S_ISDIR(mode):
                listed = "\0".join(sorted(os.listdir(path)))
                return f"{FOLDER} of {hashlib.sha256(os.fsencode(listed)).hexdigest()}"
            if stat.S_ISREG(mode):
                with open(path, "rb") as file:
                    return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return ABSENT
        return ""

    def named(self, path: str) -> str:
        """*path* as seen from the root, if it lies below it."""
        return path.removeprefix(self.root + os.sep)
