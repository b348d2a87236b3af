"""The pieces of the Python that runs in a page: where they come from, and that they are the right ones.

Pyodide's own files come from npm, through deno, which compares them with `live/deno.lock`; or from a folder
that the variable `PYODIDE` names. Either way their digests are those in `live/pyodide.sha256`. The wheel of
NumPy lies in `live/`; its digest is the one that Pyodide names. Keras and what else is pure Python is that of
this environment, which `requirements/` pins.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path

from proof.common.complaint import MachineError
from proof.common.files import digest, digest_of
from proof.common.places import ENGINE, ROOT
from proof.run import STANDINS

LIVE = ROOT / "live"
DENO = Path(sys.prefix) / "bin" / "deno"
#: How deno runs a script with Pyodide: its files are of the older kind of modules, and nothing is fetched.
RUN = (DENO, "run", "--quiet", "--no-config", "--no-lock", "--no-remote", "--unstable-detect-cjs")
#: What evaluates the expressions of claims, in a page as in a lane.
CLAIMS = ENGINE / "run/inside/claims.py"
#: The package of npm, as deno names it.
NAME = "pyodide@0.27.7"
#: Where packages lie in the page's Python.
PACKAGES = "lib/python3.12/site-packages/"
STDLIB = "lib/python312.zip/"
#: The distributions of this environment that go along, pure Python each.
PURE = ("keras", "rich", "absl-py", "packaging")
#: What no page can use: of Python's library, of NumPy's wheel, of the others.
UNUSED_OF_PYTHON = re.compile(
    r"(?:curses|dbm|distutils|ensurepip|idlelib|lib2to3|pydoc_data|sqlite3|test|tkinter|turtledemo|unittest|venv"
    r"|wsgiref|xmlrpc)/|(?:aifc|antigravity|audioop|bdb|cgi|cgitb|chunk|cProfile|crypt|doctest|ftplib|imaplib"
    r"|mailbox|msilib|nntplib|nturl2path|pdb|pipes|poplib|profile|pstats|pty|pyclbr|pydoc|smtplib|sndhdr|sunau"
    r"|tabnanny|telnetlib|this|trace|tty|turtle|uu|webbrowser|xdrlib|__phello__)\b|.*(?:\.bat$|macholib)"
)
UNUSED_OF_NUMPY = re.compile(
    r".*/tests/|numpy/(?:_pyinstaller|compat|distutils|doc|f2py)/|numpy/_core/(?:include|lib)/"
    r"|.*(?:\.pyi|\.pxd|\.h)$|.*_examples/"
)
UNUSED_OF_OTHERS = re.compile(
    r"keras/src/backend/(?:jax|openvino|tensorflow|torch)/|keras/src/testing/|.*_test\.py$"
    r"|absl/(?:app\.py|testing)|rich/(?:__main__|diagnose|markdown|syntax|traceback)\b"
    r"|rich/_unicode_data/unicode(?!17)"
)


def pyodide() -> Path:
    """The folder with Pyodide's own files.

    Raises:
        MachineError: if they cannot be had, or are not those that are pinned.
    """
    folder = Path(os.environ["PYODIDE"]) if os.environ.get("PYODIDE") else from_npm()
    for line in (LIVE / "pyodide.sha256").read_text(encoding="utf-8").splitlines():
        known, name = line.split()
        if digest_of(folder / name) != known:
            raise MachineError(
                f"{folder / name} is not that of {NAME}; PYODIDE names the folder of its package"
            )
    return folder


def from_npm() -> Path:
    """The folder in which deno keeps the package, fetched if it is not there.

    Raises:
        MachineError: if it cannot be had.
    """
    kept = Path(os.environ.get("DENO_DIR") or ROOT / ".cache/deno")
    command = [
        DENO,
        "cache",
        "--quiet",
        "--no-config",
        "--frozen",
        f"--lock={LIVE / 'deno.lock'}",
        f"npm:{NAME}",
    ]
    try:
        done = subprocess.run(
            list(map(str, command)),
            env={**os.environ, "DENO_DIR": str(kept), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        said = done.stderr.strip().splitlines()
    except (OSError, subprocess.TimeoutExpired) as error:
        said = [str(error)]
    version = NAME.rpartition("@")[2]
    found = sorted(kept.glob(f"npm/*/pyodide/{version}/pyodide.mjs"))
    if not found:
        why = next((line for line in said if line), "deno did not fetch it")
        raise MachineError(f"{NAME} cannot be had: {why}; PYODIDE may name the folder of its package")
    return found[0].parent


def lock(core: Path) -> dict[str, dict[str, str]]:
    """What Pyodide's lock file says: of itself as `info`, of its build of NumPy as `numpy`."""
    found = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {"info": found["info"], "numpy": found["packages"]["numpy"]}


def wheel(known: Mapping[str, str]) -> zipfile.ZipFile:
    """The wheel of NumPy that Pyodide's lock file *known* names.

    Raises:
        MachineError: if it is another.
    """
    data = (LIVE / known["file_name"]).read_bytes()
    if digest(data) != known["sha256"]:
        raise MachineError(f"live/{known['file_name']} is damaged; `git checkout live` restores it")
    return zipfile.ZipFile(io.BytesIO(data))


def files(core: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the page's Python with its path there, sources as they are."""
    with zipfile.ZipFile(core / "python_stdlib.zip") as library:
        for name in library.namelist():
            if not name.endswith("/") and not UNUSED_OF_PYTHON.match(name):
                yield f"{STDLIB}{name}", library.read(name)
    with wheel(lock(core)["numpy"]) as numpy:
        for name in numpy.namelist():
            if not name.endswith("/") and not UNUSED_OF_NUMPY.match(name) and wanted(name):
                yield f"{PACKAGES}{name}", numpy.read(name)
    for name in PURE:
        for file in distribution(name).files or ():
            path = file.as_posix()
            if path.endswith((".py", "/METADATA")) and not UNUSED_OF_OTHERS.match(path) and wanted(path):
                yield f"{PACKAGES}{path}", file.read_binary()
    own = [(file, file.relative_to(STANDINS).as_posix()) for file in sorted(STANDINS.rglob("*.py"))]
    own += [(LIVE / "page.py", "page.py"), (CLAIMS, "claims.py")]
    for source, path in own:
        yield f"{PACKAGES}{path}", source.read_bytes()


def wanted(path: str) -> bool:
    """Whether a page needs the file of a package at *path*: of what tells of it, only the version."""
    return ".dist-info/" not in path or path.endswith("/METADATA")
