"""The command line, as a stranger meets it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from proof.__main__ import main

SNIPPET = "snippets/try/hello.py"
PAGE = f"""# Hello

``` {{ .python #hello }}
--8<-- "{SNIPPET}"
```

``` {{ .text }}
--8<-- "snippets/try/hello.now.txt:stdout"
```

It is [{{number}}](#hello "6 * 7 * len([__file__])").
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    for language in ("zh", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text(PAGE.replace("{number}", "42"))
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / SNIPPET).write_text("print('hello')\n")
    return tmp_path


def test_from_a_new_snippet_to_a_true_page(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(book)]
    assert main([*root, "check"]) == 1
    assert "there is no such record" in capsys.readouterr().out
    assert main([*root, "promote", "try/hello"]) == 0
    assert "wrote snippets/try/hello.now.txt" in capsys.readouterr().out
    assert main([*root, "align", "index.md"]) == 2
    asked = capsys.readouterr()
    assert asked.err.endswith("`proof align index.md --yes 4`\n")
    assert asked.out.count("── docs/zh/index.md:") == asked.out.count("── docs/en/index.md:") == 4
    assert main([*root, "align", "index.md", "--yes", "3"]) == 2
    capsys.readouterr()
    assert main([*root, "align", "index.md", "--yes", "4"]) == 0
    assert capsys.readouterr().err == "4 pairs of blocks are newly in line\n"
    assert main([*root, "check"]) == 0
    said = capsys.readouterr().err
    assert said.startswith(
        "2 pages, 4 fences (0 with a reason), 2 claims, 0 pictures, 1 snippets, 1 runs in now-"
    )
    assert said.endswith(": 0 problems\n")

    (book / SNIPPET).write_text("print('goodbye')\n")
    assert main([*root, "check"]) == 1
    said = capsys.readouterr().out
    assert "-hello" in said
    assert "+goodbye" in said
    assert main([*root, "promote"]) == 0
    assert "+goodbye" in capsys.readouterr().out
    assert main([*root, "promote"]) == 0
    assert "0 records written" in capsys.readouterr().err

    assert main([*root, "new", "try/next_one"]) == 0
    assert '--8<-- "snippets/try/next_one.now.txt:stdout"' in capsys.readouterr().out
    assert main([*root, "new", "try/next_one"]) == 2
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["try/hello", "try/hello.py", SNIPPET, f"./{SNIPPET}"])
def test_run_prints_what_the_snippet_prints(
    book: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["--root", str(book), "run", name]) == 0
    assert capsys.readouterr().out == "hello\n"


def test_a_failing_snippet_is_neither_promoted_nor_hidden(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / SNIPPET).write_text("print('a')\n1 / 0\n")
    assert main(["--root", str(book), "run"]) == 1
    assert f"{SNIPPET}:2: in lane now-tensorflow it raised ZeroDivisionError" in capsys.readouterr().err
    assert main(["--root", str(book), "promote"]) == 1
    assert "not promoted" in capsys.readouterr().err
    assert not (book / "snippets/try/hello.now.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere"], "there is no snippet nowhere; there are:"),
        (["new", "Nowhere"], "is not CHAPTER/"),
    ],
)
def test_a_wrong_command_is_explained(
    book: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["--root", str(book), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_full_disk_is_one_message_and_no_damage(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--root", str(book), "promote"]) == 0
    record = book / "snippets/try/hello.now.txt"
    before = record.read_bytes()
    (book / SNIPPET).write_text("print('goodbye')\n")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    capsys.readouterr()
    assert main(["--root", str(book), "promote"]) == 3
    assert capsys.readouterr().err == "No space left on device; nothing was changed half-way\n"
    assert record.read_bytes() == before
    assert [file.name for file in record.parent.iterdir() if file.name.startswith(".")] == []


def test_interrupting_says_so_and_leaves_no_process(book: Path) -> None:
    source = "import os, time\nopen(__file__ + '.pid', 'w').write(str(os.getpid()))\ntime.sleep(50)\n"
    (book / SNIPPET).write_text(source)
    told = book / f"{SNIPPET}.pid"
    # Where these tests run in the background, the shell has had interrupts ignored: undo that.
    heed = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    start = f"{heed}from proof.__main__ import main; sys.exit(main(['--root', {str(book)!r}, 'run']))"
    command = [sys.executable, "-c", start]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: told.exists() and bool(told.read_text()))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said == "interrupted; every finished run is kept\n"
    wait_until(lambda: not lives(int(told.read_text())))


def test_a_killed_command_leaves_no_endless_snippet(book: Path) -> None:
    source = "import os, time\nopen(__file__ + '.pid', 'w').write(str(os.getpid()))\ntime.sleep(50)\n"
    (book / SNIPPET).write_text(source)
    told = book / f"{SNIPPET}.pid"
    command = [sys.executable, "-m", "proof", "--root", str(book), "run"]
    with subprocess.Popen(command, cwd=ROOT) as process:
        wait_until(lambda: told.exists() and bool(told.read_text()))
        process.kill()
    wait_until(lambda: not lives(int(told.read_text())))


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(300):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("waited 30 s in vain")


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_missing_python_is_one_line() -> None:
    make = shutil.which("make")
    assert make
    said = subprocess.run(
        [make, "-B", "setup", "PYTHON="], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode != 0
    assert said.stderr.splitlines()[0].startswith("Python 3.11, 3.12 or 3.13 is needed: `apt install")
