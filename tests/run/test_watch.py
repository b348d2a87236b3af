"""A run is made again when anything that it looked at has changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from proof.run.runner import Runner
from proof.run.runs import Run, Store
from tests.run.test_runner import request, run_one

HERE = "import os\nhere = os.path.dirname(__file__)\n"


def add(name: str, text: str = "WORD = 'new'\n") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def insert(folder: Path) -> None:
    with sqlite3.connect(folder / "data/base.db") as base:
        base.execute("insert into words values ('new')")
    base.close()


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("try:\n    from _extra import WORD\nexcept ImportError:\n    WORD = 'none'\nprint(WORD)\n", add("_extra.py")),
        ("try:\n    import extra\nexcept ImportError:\n    print('none')\nelse:\n    print(extra.WORD)\n", add("extra.py")),
        ("try:\n    import _pack._late\nexcept ImportError:\n    print('none')\nelse:\n    print('there')\n", add("_pack/_late.py")),
        ("import importlib.util as u\nprint(u.find_spec('extra') is None)\n", add("extra.py")),
        (HERE + "print(os.listdir(here + '/data'))\n", add("data/more.csv")),
        (HERE + "print([e.name for e in os.scandir(here + '/../other')])\n", add("../other/more.csv")),
        (HERE + "import glob\nprint(glob.glob(here + '/../other/*.csv'))\n", add("../other/more.csv")),
        (HERE + "from pathlib import Path\nprint(sorted(p.name for p in Path(here, '../other').rglob('*')))\n", add("../other/more.csv")),
        (HERE + "print(list(os.walk(here + '/../other')))\n", remove("../other/one.csv")),
        (HERE + "print(os.path.exists(here + '/../other/flag'))\n", add("../other/flag")),
        (HERE + "from pathlib import Path\nprint(Path(here, '../flag').is_file())\n", add("../flag")),
        (HERE + "print(os.stat(here + '/../other/one.csv').st_size)\n", add("../other/one.csv", "longer text\n")),
        (HERE + "print(os.access(here + '/../other/flag', os.R_OK))\n", add("../other/flag")),
        (HERE + "print(open(os.fsencode(here + '/../other/one.csv')).read())\n", add("../other/one.csv", "2")),
        (HERE + "try:\n    print(open(here + '/../other/flag').read())\nexcept OSError:\n    print('none')\n", add("../other/flag")),
        (HERE + "print(os.read(os.open(here + '/../other/one.csv', os.O_RDONLY), 9))\n", add("../other/one.csv", "2")),
        (HERE + "import sqlite3\nprint(sqlite3.connect(here + '/data/base.db').execute('select * from words').fetchall())\n", insert),
        (HERE + "import subprocess\nsubprocess.run(['cat', here + '/../other/one.csv'])\n", add("../other/one.csv", "2")),
        (HERE + "os.system(f'cat {here}/../other/one.csv')\n", add("../other/one.csv", "2")),
        (HERE + "import subprocess\nsubprocess.run(f'cat {here}/data/one.csv', shell=True)\n", add("data/one.csv", "2")),
        (HERE + "import subprocess\nsubprocess.run('cat data/one.csv', shell=True, cwd=here)\n", add("data/one.csv", "2")),
        (HERE + "import numpy\nprint(numpy.fromfile(here + '/data/one.csv', 'uint8'))\n", add("data/one.csv", "2")),
        (HERE + "import numpy\nprint(numpy.memmap(here + '/data/one.csv', 'uint8', 'r'))\n", add("data/one.csv", "2")),
        ("import _helper\nprint(_helper.WORD)\n", add("_helper.py")),
        ("from _pack import _inner\nprint(_inner.WORD)\n", add("_pack/_inner.py")),
    ],
)  # fmt: skip
def test_it_runs_again_after_a_change(tmp_path: Path, source: str, change: Callable[[Path], None]) -> None:
    folder = tmp_path / "snippets/try"
    for name in ("_helper.py", "_pack/__init__.py", "_pack/_inner.py"):
        add(name, "WORD = 'old'\n")(folder)
    for name in ("data/one.csv", "../other/one.csv"):
        add(name, "1")(folder)
    with sqlite3.connect(folder / "data/base.db") as base:
        base.execute("create table words (word)")
    base.close()
    store = tmp_path / "runs"

    def run() -> Run:
        with Runner(Store(store), workers=1) as runner:
            return run_one(runner, request(tmp_path, source))

    first = run()
    assert first.stdout
    assert run().finished == first.finished
    assert vars(run()) == vars(first)
    change(folder)
    assert run().stdout != first.stdout


def test_what_is_not_its_own_does_not_make_it_run_again(tmp_path: Path) -> None:
    source = "import json, os, tempfile\nprint(os.path.exists('/etc/passwd'), tempfile.mkdtemp() != '')\n"
    asked = request(tmp_path, source)
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        assert run_one(runner, asked).reads == {}


def test_a_copied_checkout_looks_at_its_own_files(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    source = "import _helper\nprint(_helper.WORD)\n"
    asked = request(here, source)
    add("_helper.py", "WORD = 'old'\n")(here / "snippets/try")
    with Runner(Store(here / "runs"), workers=1) as runner:
        run = run_one(runner, asked)
    assert run.stdout == "old\n"
    assert not any(Path(path).is_absolute() for path in run.reads)
    shutil.copytree(here, there)
    add("_helper.py", "WORD = 'new'\n")(here / "snippets/try")
    with Runner(Store(there / "runs"), workers=1) as runner:
        assert runner.kept(request(there, source)) is not None
    add("_helper.py", "WORD = 'other'\n")(there / "snippets/try")
    with Runner(Store(there / "runs"), workers=1) as runner:
        assert run_one(runner, request(there, source)).stdout == "other\n"


def test_what_runs_is_what_was_read(tmp_path: Path) -> None:
    asked = request(tmp_path, "print('read')\n")
    assert asked.snippet.source
    (tmp_path / asked.snippet.path).write_text("print('saved meanwhile')\n", encoding="utf-8")
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        assert run_one(runner, asked).stdout == "read\n"


def test_a_helper_that_is_saved_while_it_is_read_makes_it_run_again(tmp_path: Path) -> None:
    source = (
        HERE + "import _helper\nopen(here + '/_helper.py', 'w').write('WORD = 2\\n')\nprint(_helper.WORD)\n"
    )
    add("_helper.py", "WORD = 1\n")(tmp_path / "snippets/try")
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        assert run_one(runner, request(tmp_path, source)).stdout == "1\n"
        assert run_one(runner, request(tmp_path, source)).stdout == "2\n"
