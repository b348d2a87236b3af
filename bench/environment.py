"""Makes the environment of the peers, and says what it and the machine are."""

from __future__ import annotations

import os
import platform
import site
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path

import psutil

from bench.contestants import PACKAGES
from proof.common.files import digest, write_atomically
from proof.run.lanes import FIXED

#: The variables under which all are measured: those of a snippet, but for what concerns this engine alone.
VARIABLES = {
    **{name: os.environ[name] for name in ("HOME", "PATH", "TMPDIR") if name in os.environ},
    **{name: value for name, value in FIXED.items() if name not in ("MPLBACKEND", "PYTHONDONTWRITEBYTECODE")},
    "NO_MKDOCS_2_WARNING": "1",
}
PINS = "requirements/bench.txt"
GIBIBYTE = 1 << 30


class SetupError(RuntimeError):
    """An environment that could not be made; the message says why."""


def made(root: Path, folder: Path) -> Path:
    """The Python of the peers, in *folder*; it is made if it is missing or its pins have changed.

    It sees the packages of this project's environment, so that all contestants have the same Keras;
    what the peers need beside them is installed into it, by hash.

    Raises:
        SetupError: if it cannot be made.
    """
    python, done = folder / "bin" / "python", folder / ".done"
    pins = digest(f"{(root / PINS).read_text(encoding='utf-8')}{sys.prefix}{sys.version}")
    if done.exists() and done.read_text(encoding="utf-8") == pins:
        return python
    venv.create(folder, clear=True, symlinks=True)
    library = Path(site.getsitepackages()[0]).relative_to(sys.prefix)
    write_atomically(
        folder / library / "project.pth", "".join(f"{path}\n" for path in site.getsitepackages())
    )
    install = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    installed = subprocess.run(
        [*install, "--require-hashes", "--no-build-isolation", "-r", str(root / PINS)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if installed.returncode:
        last = "\n".join(installed.stderr.strip().splitlines()[-4:])
        raise SetupError(f"{PINS}:1: cannot be installed into {folder}; run the command again\n{last}")
    write_atomically(done, pins)
    return python


def versions(folder: Path) -> dict[str, str]:
    """The versions of what is compared, where it is installed."""
    paths = [str(path) for path in folder.glob("lib/python3*/site-packages")] + site.getsitepackages()
    found: dict[str, str] = {"python": platform.python_version()}
    installed = {
        distribution.name.lower().replace("_", "-"): distribution.version
        for distribution in distributions(path=paths)
    }
    return found | {name: installed[name] for name in PACKAGES if name in installed}


def machine() -> dict[str, str | int]:
    """What the machine is: its processor, cores, memory, and system."""
    return {
        "processor": processor(),
        "cores": os.cpu_count() or 1,
        "memory": f"{psutil.virtual_memory().total / GIBIBYTE:.1f} GiB",
        "system": system(),
    }


def processor() -> str:
    """The name of the processor's model."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def system() -> str:
    """The name and the version of the system."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()


def commit(root: Path) -> str:
    """The commit that is measured, and whether anything was changed since; empty without git."""

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)  # noqa: S607 - the git of the user
        return done.stdout.strip()

    changed = git(
        "status",
        "--porcelain",
        "--",
        "proof",
        "theme",
        "bench",
        "requirements",
        "mkdocs.yml",
        "pyproject.toml",
    )
    return git("rev-parse", "HEAD") + (" and changes" if changed else "")
