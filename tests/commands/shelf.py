"""A book of a few snippets, on which whole commands are tried.

The Keras of these books is a version number and no more, and a command that runs to its end finds imported
what it imports, so that it takes less than a second. Commands that are killed, starved or belong to another
user are processes from the start.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from conftest import ROOT
from proof.common.files import digest
from tests import begun
from tests.begun import Program

#: What our commands import.
OURS = ("proof.__main__", "proof.press.press", "proof.site.build", "proof.site.workshop")
ONE_AT_A_TIME = threading.Lock()
FRESH = "# /// script\n# [tool.proof]\n# fresh = true\n# ///\n"
PAGE = """---
title: Keras
---
# Hello

``` {{ .python #{name} }}
--8<-- "snippets/try/{name}.py"
```

``` {{ .text }}
--8<-- "snippets/try/{name}.now.txt:stdout"
```

It is [42](#{name} "6 * 7 * len([__file__])").
"""


class Shelf:
    """A book of a few snippets, with a folder for temporary files that tells its processes from others."""

    def __init__(self, folder: Path, count: int) -> None:
        self.root, self.temporary = folder / "book", folder / "temporary"
        self.temporary.mkdir()
        for library in ("keras", "tensorflow"):
            self.write(f"snippets/try/{library}/__init__.py", "__version__ = '0'\n")
        self.names = [f"n{number}" for number in range(10, 10 + count)]
        for name in self.names:
            self.write(f"snippets/try/{name}.py", f"{FRESH}print({name!r})\n")
            self.write(f"snippets/try/{name}.now.txt", "an old record\n")

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "TMPDIR": str(self.temporary), "PYTHONPATH": str(ROOT)}

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "proof", "--root", str(self.root), *arguments]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command of ours."""
        nowhere = subprocess.DEVNULL
        command = self.command(*arguments)
        return subprocess.Popen(command, env=self.environment, stdout=nowhere, stderr=nowhere, text=True)

    def said(
        self, *arguments: str, before: Sequence[str] = (), limit: int | None = None, seconds: int = 60
    ) -> str:
        """Run a command to its end: its exit code and what it printed to stderr.

        No file that it writes may become longer than *limit* bytes.
        """
        command = self.command(*arguments)
        if not before and limit is None:
            return ended(command[1:], Path.cwd(), self.environment, seconds)

        def bound() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(
            [*before, *command],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=seconds,
            check=False,
            preexec_fn=bound,
        )
        return f"{done.returncode}: {done.stderr}"

    def works(self) -> None:
        """See that the commands succeed, and that nothing is left of earlier ones."""
        assert re.fullmatch(r"0: \d+ records written, 0 failed\n", self.said("promote"))
        assert re.fullmatch(r"0: .*: 0 problems\n", self.said("check"))
        assert self.records() == self.expected()
        assert self.kept() == len(self.names)

    def records(self) -> dict[str, str]:
        files = sorted(self.root.glob("snippets/try/*.now.txt"))
        return {file.name.partition(".")[0]: file.read_text(encoding="utf-8") for file in files}

    def expected(self) -> dict[str, str]:
        python = ".".join(map(str, sys.version_info[:3]))
        sources = {name: (self.root / f"snippets/try/{name}.py").read_text() for name in self.names}
        return {
            name: f"command: python snippets/try/{name}.py\nlane: now-tensorflow\n"
            f"versions: keras 0, tensorflow 0, python {python}\nsource: sha256 {digest(source)}\n"
            f"--8<-- [start:stdout]\n{name}\n--8<-- [end:stdout]\n"
            for name, source in sources.items()
        }

    def kept(self) -> int:
        """Count the kept runs, and see that each is whole."""
        files = list(self.root.glob(".cache/runs/*/*.json"))
        for file in files:
            checksum, payload = file.read_text(encoding="utf-8").split("\n", 1)
            assert checksum == digest(payload), f"{file} is damaged"
        return len(files)

    def promoted(self) -> int:
        """Count the records that are new, and see that each of the others is the old one."""
        expected = self.expected()
        records = self.records()
        assert sorted(records) == self.names
        for name, record in records.items():
            assert record in ("an old record\n", expected[name]), f"{name} is neither old nor new"
        return sum(record == expected[name] for name, record in records.items())

    def processes(self) -> list[str]:
        """What runs on behalf of this book: its processes all inherit the place of temporary files."""
        said = subprocess.run(["ps", "axeww"], capture_output=True, text=True, errors="replace", check=True)
        return [line for line in said.stdout.splitlines() if f"TMPDIR={self.temporary}" in line]

    def settles(self) -> None:
        """See that no process and no temporary file is left."""
        wait_until(lambda: not self.processes(), seconds=10)
        assert list(self.temporary.iterdir()) == []

    def publish(self, **pages: str) -> None:
        """Give the book a site of *pages*, the same in both languages."""
        for name, text in pages.items():
            for language in ("zh", "en"):
                self.write(f"docs/{language}/{name}.md", text)
        for folder in ("theme", "docs/assets"):
            shutil.copytree(ROOT / folder, self.root / folder)
        set_up(self.root)
        shutil.copy(ROOT / "mkdocs.en.yml", self.root)
        shutil.copy(ROOT / "docs/card-font.otf", self.root / "docs")
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        nav = f"nav: [{', '.join([f'{name}.md' for name in pages] + self.notebooks())}]\n"
        self.write("mkdocs.yml", re.sub(r"(?m)^nav:\n(?: +- .*\n)+", nav, settings))
        assert self.said("promote").startswith("0: ")
        assert self.align().startswith("0: ")

    def notebooks(self) -> list[str]:
        """The pages that are notebooks."""
        return [f"{file.stem}.ipynb" for file in sorted(self.root.glob("snippets/notebooks/*.py"))]

    def align(self) -> str:
        """Take all pages as in line: the exit code and what was printed to stderr."""
        pages = [file.name for file in sorted(self.root.glob("docs/zh/*.md"))] + self.notebooks()
        said = self.said("align", *pages)
        asked = re.search(r"--yes (\d+)`", said)
        return self.said("align", *pages, "--yes", asked[1]) if asked else said

    def build(self, *before: str) -> subprocess.Popen[str]:
        """Start to build the site."""
        return subprocess.Popen(
            [*before, sys.executable, *self.building],
            cwd=self.root,
            env={**self.environment, "NO_MKDOCS_2_WARNING": "1"},
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_interruption,  # noqa: PLW1509 - no thread of the tests runs then
        )

    def built(self, *before: str, **variables: str) -> str:
        """Build the site: the exit code and what was printed to stderr."""
        if not before:
            return ended(self.building, self.root, {**self.environment, **variables}, 60)
        with self.build(*before) as process:
            _, said = process.communicate(timeout=60)
        return f"{process.returncode}: {said}"

    @property
    def building(self) -> list[str]:
        """What Python is told in order to build the site."""
        return ["-m", "proof.site.build", "--root", str(self.root)]


@functools.cache
def warm() -> subprocess.Popen[str]:
    """A Python that has imported what our commands import. It ends when nothing more can be asked of it."""
    command = [sys.executable, "-P", begun.__file__, *OURS]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=variables, stdin=pipe, stdout=pipe, text=True)
    atexit.register(process.communicate)
    return process


def ended(arguments: list[str], folder: Path, variables: Mapping[str, str], seconds: int) -> str:
    """Run `python` with these *arguments* to its end: its exit code and what it printed to stderr."""
    with tempfile.TemporaryDirectory() as streams, ONE_AT_A_TIME:
        asked = Program(
            arguments=arguments,
            folder=str(folder),
            streams=streams,
            variables=dict(variables),
            data={},
            seconds=seconds,
        )
        asking, answers = warm().stdin, warm().stdout
        assert asking
        assert answers
        print(json.dumps(asked), file=asking, flush=True)
        code = json.loads(answers.readline())
        return f"{code}: {Path(streams, '.err').read_text(encoding='utf-8')}"


def heed_interruption() -> None:
    """Have the process that begins be interrupted as one in the foreground is; in the background none is."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def set_up(root: Path) -> None:
    """Have MkDocs take *root* for a checkout that is set up."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    file = root / settings.partition("INHERIT: ")[2].partition("\n")[0]
    file.parent.mkdir(exist_ok=True)
    file.write_text("{}\n", encoding="utf-8")


def wait_until(condition: Callable[[], bool], pause: float = 0.05, seconds: int = 30) -> None:
    """Ask for *condition* until it holds. What other processes remove while it looks does not hold yet."""
    deadline = time.monotonic() + seconds
    while True:
        with contextlib.suppress(FileNotFoundError):
            if condition():
                return
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(pause)


def contents(folder: Path) -> dict[str, bytes]:
    """Everything below *folder*, but for what a compressed file says of its time."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        str(file.relative_to(folder)): b"" if file.suffix == ".gz" else file.read_bytes() for file in files
    }
