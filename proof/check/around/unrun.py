"""Holds commands that nothing runs, for they are the reader's, against what is known without running them.

What is installed stands in the pins of this project, an option is one of pip's, the book leads to where a
host is told of, a target is one of make's, and the shell can read the lines.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from proof.book import NAMES, Book, Page
from proof.common.files import text_of

#: The languages of blocks that a shell of Unix reads.
SHELLS = ("bash", "sh")
NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
ADDRESS = re.compile(r"https?://[^\s\"'<>)]+")
#: What a learner is told to type, beside packages and the words of scripts.
SPOKEN = frozenset(
    {
        *("Activate", "CurrentUser", "ExecutionPolicy", "KERAS_BACKEND", "My", "Projects"),
        *("RemoteSigned", "Scope", "Scripts", "Set-ExecutionPolicy", "Users", "activate"),
        *("and-cuda", "apt", "as_frame", "bash", "bin", "cd", "code", "conda", "config", "create"),
        *("download", "dry-run", "env", "exe", "fetch_openml", "find-links", "first", "global"),
        *("hashlib", "hexdigest", "index-url", "install", "install-extension", "lab", "make"),
        *("mnist_784", "ms-python", "ms-toolsai", "no-deps", "no-index", "pip", "ps1", "py"),
        *("python3", "python3-venv", "rb", "return_X_y", "set", "sh", "sha256", "simple", "source"),
        *("sudo", "toolsai", "train", "unset", "upgrade", "venv", "version", "wheels"),
    }
)
#: What stands for a name of the reader's own.
OWN = re.compile(r"keras-env|first\.py|train\.py|-[a-zA-Z]\b|\$env:|[A-Z]:|https?://\S+")
WORD = re.compile(r"[A-Za-z_][\w-]*[\w]|[A-Za-z]{2}")
#: Where a version of Python is asked for.
PYTHON = re.compile(r"(?:python=|-V:)(?P<version>\d+(?:\.\d+)*)")
#: The options of `pip install` that a learner is told of.
PIP = {"--dry-run", "--no-deps", "--no-index", "--upgrade", "-U"}
#: Those behind which a word stands that is no package.
PIP_WITH = {"--find-links", "--index-url", "-d", "-f", "-i"}


class Project(NamedTuple):
    """What a project says of itself: the packages that it pins, the targets of make, its Pythons."""

    packages: frozenset[str]
    targets: frozenset[str]
    pythons: tuple[str, ...]


def doubtful(book: Book, project: Project, page: Page) -> Iterator[tuple[int, str]]:
    """The line of each command of *page* that is not what it should be, and why."""
    for fence in page.fences:
        if fence.reason and not fence.include:
            for line, command in enumerate(fence.body.splitlines(), start=fence.line + 1):
                wrong = wrong_with(book, project, command)
                yield from ((line, f"`{command.strip()}`: {why}") for why in wrong)
            if fence.language in SHELLS and (said := unreadable(fence.body)):
                yield fence.line, f"the shell cannot read this block: {said}"


def wrong_with(book: Book, project: Project, command: str) -> Iterator[str]:
    """What is wrong with one line."""
    packages, targets, pythons = project
    known, said = (SPOKEN, book.written, packages, targets), " ".join(book.allowed)
    for word in WORD.findall(OWN.sub(" ", command)) if packages else ():
        found = any(word in words or word.lower() in words for words in known)
        if not found and not re.search(rf"\b{re.escape(word)}\b", said):
            yield f"{word} is no word of a script, no package and no command, and no name in {NAMES}"
    for match in PYTHON.finditer(command):
        if pythons and match["version"] not in pythons:
            yield f"Python {match['version']} is none that this project supports: {', '.join(pythons)}"
    for address in ADDRESS.findall(command):
        host = urlsplit(address).hostname or ""
        if host.partition(".")[2] not in book.hosts:
            yield f"no link of this book leads to {host}, or to a host beside it"
    try:
        words = shlex.split(command)
    except ValueError:
        return  # a line of PowerShell, or of a text that goes on below
    if words[:1] == ["make"]:
        unknown = [word for word in words[1:] if targets and "=" not in word and word not in targets]
        yield from (f"make knows no {word}" for word in unknown)
    asked = next((word for word in ("install", "download") if "pip" in words and word in words), None)
    if asked and packages:
        yield from wrong_with_pip(packages | {*book.allowed}, words[words.index(asked) + 1 :])


def wrong_with_pip(known: frozenset[str], words: list[str]) -> Iterator[str]:
    """What is wrong with what follows `pip install`; *known* are the packages that may be named."""
    for before, word in pairwise(["", *words]):
        if word.startswith("-"):
            if word not in PIP | PIP_WITH:
                yield f"{word} is none of the options {', '.join(sorted(PIP | PIP_WITH))}"
        elif before not in PIP_WITH:
            name = NAME.match(word)
            if name is None or name[0].lower() not in known:
                yield f"{word} is nothing that this project pins (requirements/*.txt), and no name in {NAMES}"


def project_at(root: Path) -> Project:
    """What the project at *root* says of itself. Of tensorflow it pins the build for processors."""
    files = (file.relative_to(root).as_posix() for file in sorted((root / "requirements").glob("*.txt")))
    packages = {name for file in files for name in re.findall(r"(?m)^([\w.-]+)==", text_of(root, file))}
    targets = re.findall(r"(?m)^([\w-]+):", text_of(root, "Makefile", missing=""))
    text = text_of(root, "pyproject.toml", missing="")
    match = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', text)
    pythons = [f"3.{minor}" for minor in range(int(match[1]), int(match[2]))] if match else []
    return Project(
        frozenset(name.removesuffix("-cpu") for name in packages), frozenset(targets), tuple(pythons)
    )


@cache
def unreadable(text: str) -> str:
    """What bash says of a *text* that it cannot read; nothing if it can, or if there is no bash."""
    try:
        done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True, check=False)  # noqa: S607
    except OSError:
        return ""
    return done.stderr.strip().splitlines()[0] if done.returncode else ""
