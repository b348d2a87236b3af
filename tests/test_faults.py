"""Killed, starved or crowded at any moment: what is committed stays whole, and the next command works.

The commands and the signals are real. The Keras of these books is a version number and no more, so
that a command takes a second; where Keras itself matters, it is the real one.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import ROOT
from proof.files import digest

FRESH = "# /// script\n# [tool.proof]\n# fresh = true\n# ///\n"
ENDLESS = FRESH + "import time\nprint('begun')\ntime.sleep(50)\n"
WITH_CHILD = FRESH + "import subprocess\nwith subprocess.Popen(['sleep', '50']):\n    print('begun')\n"
PAGE = """# Hello

``` { .python #n10 }
--8<-- "snippets/try/n10.py"
```

``` { .text }
--8<-- "snippets/try/n10.now.txt:stdout"
```

It is [42](#n10 "6 * 7").
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

        def bound() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(
            [*before, *self.command(*arguments)],
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


def wait_until(condition: Callable[[], bool], pause: float = 0.05, seconds: int = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(pause)


def kill_when(process: subprocess.Popen[str], condition: Callable[[], bool]) -> int:
    """Kill *process* as soon as *condition* holds, if it has not ended by then; give its exit code."""
    with process:
        wait_until(lambda: condition() or process.poll() is not None, pause=0.001)
        process.kill()
    return process.returncode


def mounted(folder: Path, how: str) -> list[str]:
    """What to put before a command that is to see *folder* mounted so, and to be the only one."""
    script = f'{how} && exec "$@"'
    before = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, str(folder)]
    try:
        subprocess.run([*before, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"this machine does not let tests mount: {error}")
    return before


def small_disk(folder: Path, size: str) -> list[str]:
    """What to put before a command for which *folder* is an empty disk of *size*."""
    folder.mkdir(parents=True, exist_ok=True)
    return mounted(folder, f'mount -t tmpfs -o size={size} none "$0"')


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, 4)
    yield shelf
    for line in shelf.processes():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(line.split()[0]), signal.SIGKILL)


@pytest.mark.parametrize(
    ("command", "source"),
    [
        ("run", ENDLESS),
        ("promote", ENDLESS),
        ("run", WITH_CHILD),
    ],
    ids=["run", "promote", "what the snippet started"],
)
def test_a_command_killed_while_a_snippet_runs_leaves_nothing_running(
    shelf: Shelf, command: str, source: str
) -> None:
    endless = shelf.write("snippets/try/endless.py", source)
    before = shelf.records()

    def begun() -> bool:
        return any(b"begun" in file.read_bytes() for file in shelf.temporary.glob("proof-*/*/stdout"))

    assert kill_when(shelf.start(command), begun) == -signal.SIGKILL
    shelf.settles()
    assert shelf.records() == before
    endless.unlink()
    shelf.works()


def test_a_command_killed_while_keras_is_imported_leaves_nothing_running(shelf: Shelf) -> None:
    shelf.write("snippets/try/n10.py", "print(1)\n")
    started = shelf.start("run", "try/n10")
    assert (
        kill_when(started, lambda: any("forkserver" in line for line in shelf.processes())) == -signal.SIGKILL
    )
    wait_until(lambda: not shelf.processes())


def test_runs_are_kept_whole_however_often_the_command_is_killed(tmp_path: Path) -> None:
    shelf, kept = Shelf(tmp_path, 6), 0
    while kept < len(shelf.names):
        kill_when(shelf.start("run"), lambda known=kept: shelf.kept() > known)  # type: ignore[misc]
        assert shelf.kept() > kept
        kept = shelf.kept()
        shelf.settles()
    assert shelf.promoted() == 0
    shelf.works()


def test_records_are_old_or_new_however_often_the_command_is_killed(tmp_path: Path) -> None:
    shelf, promoted = Shelf(tmp_path, 12), 0
    assert shelf.said("run").startswith("0: ")
    while promoted < len(shelf.names):
        kill_when(shelf.start("promote"), lambda known=promoted: shelf.promoted() > known)  # type: ignore[misc]
        assert shelf.promoted() > promoted
        promoted = shelf.promoted()
    shelf.works()


def test_what_a_killed_command_was_writing_is_in_nobodys_way(shelf: Shelf) -> None:
    for path in ("snippets/try/.n10.now.txt.a1b2c3d4", ".cache/runs/00/.00ff.json.a1b2c3d4"):
        shelf.write(path, "half of")
    shelf.works()


def test_a_lane_killed_under_the_command_is_one_clear_message(shelf: Shelf) -> None:
    endless = shelf.write("snippets/try/endless.py", ENDLESS)
    with ThreadPoolExecutor() as aside:
        saying = aside.submit(shelf.said, "run")
        wait_until(lambda: any(shelf.temporary.glob("proof-*/*/pid")))
        host = next(line for line in shelf.processes() if "-m proof.inside.host" in line)
        os.kill(int(host.split()[0]), signal.SIGKILL)
    assert saying.result().startswith("3: lane now-tensorflow: its process ended")
    assert shelf.promoted() == 0
    endless.unlink()
    shelf.works()


def test_a_record_that_finds_no_room_leaves_the_old_one(shelf: Shelf) -> None:
    assert shelf.said("run").startswith("0: ")
    before = shelf.records()
    assert shelf.said("promote", limit=50) == "3: File too large; nothing was changed half-way\n"
    assert shelf.records() == before
    assert not list(shelf.root.glob("snippets/try/.*"))
    shelf.works()


@pytest.mark.parametrize("command", ["run", "check", "promote"])
def test_a_run_that_finds_no_room_is_one_clear_line(shelf: Shelf, command: str) -> None:
    before = small_disk(shelf.root / ".cache", "8k")
    assert shelf.said(command, before=before) == "3: No space left on device; nothing was changed half-way\n"
    shelf.settles()
    assert shelf.promoted() == 0
    shelf.works()


def test_a_lane_that_finds_no_room_is_one_clear_line(shelf: Shelf) -> None:
    shelf.write("snippets/try/n10.py", f"{FRESH}print('x' * 6000)\n")
    said = shelf.said("run", before=small_disk(shelf.temporary, "8k"), seconds=8)
    assert re.match(r"[13]: .*No space left on device", said)
    shelf.write("snippets/try/n10.py", f"{FRESH}print('n10')\n")
    shelf.works()


def test_a_new_snippet_that_finds_no_room_is_not_half_written(shelf: Shelf) -> None:
    assert shelf.said("new", "try/another", limit=10) == "3: File too large; nothing was changed half-way\n"
    assert shelf.said("new", "try/another") == "0: "


def read_only(shelf: Shelf) -> list[str]:
    """What to put before a command that is not to write into the book."""
    if os.geteuid() == 0:
        return mounted(shelf.root, 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"')
    set_modes(shelf.root, 0o555)
    return []


def set_modes(root: Path, mode: int) -> None:
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        folder.chmod(mode)


@pytest.mark.parametrize("command", ["run", "check", "promote"])
def test_a_read_only_checkout_is_one_clear_line(shelf: Shelf, command: str) -> None:
    said = shelf.said(command, before=read_only(shelf))
    assert re.fullmatch(r"3: /[^\n]*: (Read-only file system|Permission denied); nothing was [^\n]*\n", said)
    set_modes(shelf.root, 0o755)
    shelf.settles()
    assert shelf.promoted() == 0
    shelf.works()


def test_a_read_only_checkout_is_checked_by_the_runs_that_it_holds(shelf: Shelf) -> None:
    shelf.works()
    before = read_only(shelf)
    assert shelf.said("run", before=before) == "0: 4 runs, 0 failed\n"
    assert shelf.said("check", before=before).endswith(": 0 problems\n")
    set_modes(shelf.root, 0o755)


@pytest.mark.parametrize("other", ["promote", "run", "check"])
def test_two_commands_at_once_both_succeed(shelf: Shelf, other: str) -> None:
    with shelf.start("promote") as one, shelf.start(other) as two:
        codes = [one.wait(timeout=60), two.wait(timeout=60)]
    assert codes[0] == 0
    assert codes[1] in ((0, 1) if other == "check" else (0,)), "only a check may meet an old record"
    assert shelf.promoted() == len(shelf.names)
    shelf.settles()
    shelf.works()


def build(shelf: Shelf, site: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    quiet = {**shelf.environment, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(command, cwd=shelf.root, env=quiet, stderr=subprocess.PIPE, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    """Everything below *folder*, but for what a compressed file says of its time."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        str(file.relative_to(folder)): b"" if file.suffix == ".gz" else file.read_bytes() for file in files
    }


def committed(root: Path) -> dict[str, bytes]:
    """What is not made anew whenever it is missing."""
    return {path: held for path, held in contents(root).items() if not path.startswith(".cache/")}


def test_a_killed_build_is_made_good_by_the_next(shelf: Shelf, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        shelf.write(f"docs/{language}/index.md", f"---\ntitle: Keras\n---\n{PAGE}")
    assert shelf.said("align").startswith("0: ")
    shelf.works()
    for folder in ("theme", "docs/assets"):
        shutil.copytree(ROOT / folder, shelf.root / folder)
    shutil.copy(ROOT / "mkdocs.en.yml", shelf.root)
    shutil.copy(ROOT / "docs/card-font.otf", shelf.root / "docs")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    shelf.write("mkdocs.yml", re.sub(r"(?m)^nav:\n(?: +- .*\n)+", "nav: [index.md]\n", settings))
    before, site, clean = committed(shelf.root), tmp_path / "site", tmp_path / "clean"
    for half in (site, site / "en"):
        assert kill_when(build(shelf, site), (half / "index.html").exists) == -signal.SIGKILL
        wait_until(lambda: not shelf.processes())
    assert committed(shelf.root) == before
    for target in (site, clean):
        with build(shelf, target) as built:
            _, said = built.communicate(timeout=60)
        assert built.returncode == 0, said
    assert (site / "en/index.html").is_file()
    assert contents(site) == contents(clean)
