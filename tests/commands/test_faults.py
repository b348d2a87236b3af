"""Killed, starved or crowded at any moment: what is committed stays whole, and the next command works.

The commands and the signals are real. The Keras of these books is a version number and no more, so
that a command takes a second; where Keras itself matters, it is the real one.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from proof.site.build import BUILT
from tests.commands.shelf import FRESH, PAGE, Shelf, contents, wait_until

ENDLESS = FRESH + "import time\nprint('begun')\ntime.sleep(50)\n"
#: A hook of MkDocs that takes its time once a site is being built.
SLOW = """
import time

def on_env(env, config, files):
    open("begun-" + config.docs_dir[-2:], "w").close()
    time.sleep(50)
"""
WITH_CHILD = FRESH + "import subprocess\nwith subprocess.Popen(['sleep', '50']):\n    print('begun')\n"


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
        host = next(line for line in shelf.processes() if "-m inside.host" in line)
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


def committed(root: Path) -> dict[str, bytes]:
    """What is not made anew whenever it is missing."""
    made = (".cache/", "site/")
    return {path: held for path, held in contents(root).items() if not path.startswith(made)}


def test_a_killed_build_is_made_good_by_the_next(shelf: Shelf) -> None:
    shelf.publish(index=PAGE.format(name="n10"))
    before, site, built = committed(shelf.root), shelf.root / "site", shelf.root / BUILT
    for half in (site, site / "en"):
        assert kill_when(shelf.build(), (half / "index.html").exists) == -signal.SIGKILL
        wait_until(lambda: not shelf.processes())
        assert not built.exists()
    assert committed(shelf.root) == before
    assert shelf.built().startswith("0: ")
    made = contents(site)
    shelf.write("snippets/try/n10.py", f"{FRESH}print('n10')  # again\n")
    assert shelf.said("promote").startswith("0: ")
    kill_when(shelf.build(), lambda: not built.exists())
    wait_until(lambda: not shelf.processes())
    shelf.write("snippets/try/n10.py", f"{FRESH}print('n10')\n")
    assert shelf.said("promote").startswith("0: ")
    assert shelf.built().startswith("0: ")
    assert contents(site) == made


def test_an_interrupted_build_is_one_clear_line(shelf: Shelf) -> None:
    shelf.publish(index=PAGE.format(name="n10"))
    settings = shelf.root / "mkdocs.yml"
    whole = settings.read_text(encoding="utf-8")
    shelf.write("slow.py", SLOW)
    shelf.write("mkdocs.yml", "hooks: [slow.py]\n" + whole)
    with shelf.build() as process:
        wait_until((shelf.root / "begun-zh").exists)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    shelf.write("mkdocs.yml", whole)
    assert process.returncode == 130
    assert said.endswith("interrupted; every finished run is kept\n")
    assert "Traceback" not in said
    wait_until(lambda: not shelf.processes())
    assert "Documentation built" in shelf.built()


@pytest.mark.parametrize("size", ["100k", "4000k"])
def test_a_site_that_finds_no_room_is_one_clear_line(shelf: Shelf, size: str) -> None:
    shelf.publish(index=PAGE.format(name="n10"))
    said = shelf.built(*small_disk(shelf.root / "site", size))
    assert re.search(r"\n[^\n]*No space left on device; the next build starts from nothing\n\Z", said)
    assert said.startswith("3: ")
    assert "Traceback" not in said
    assert "Documentation built" in shelf.built()
