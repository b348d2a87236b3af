"""What a script prints here is what it prints in a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from proof.run.lanes import NOW
from proof.run.runner import Runner
from proof.run.runs import Run, Store
from tests.commands.shelf import heed_interruption
from tests.run.test_runner import request, run_one


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=2) as runner:
        yield runner


def plain(script: Path, home: Path) -> tuple[str, str]:
    """What *script* prints in a Python of its own, and the last line of its exception."""
    done = subprocess.run(
        [sys.executable, script.name],
        cwd=script.parent,
        env={"HOME": str(home), "PATH": os.defpath, **NOW.environment, "MPLBACKEND": "agg"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=heed_interruption,
    )
    said = done.stderr.strip().splitlines()
    return done.stdout, said[-1] if done.returncode and said else ""


def ours(run: Run) -> tuple[str, str]:
    if run.error is None:
        return run.stdout, ""
    kind, message = run.error["type"], run.error["message"]
    return run.stdout, message if kind == "SystemExit" else f"{kind}: {message}" if message else kind


@pytest.mark.parametrize(
    "source",
    [
        "import atexit\natexit.register(print, 'one')\natexit.register(print, 'two')\nprint('first')\n",
        "import atexit\natexit.register(lambda: 1 / 0)\natexit.register(print, 'still')\n",
        "class Late:\n    def __del__(self):\n        print('gone')\nkept = Late()\nprint('here')\n",
        "class A:\n    def __init__(s, n): s.n = n\n    def __del__(s): print(s.n)\nb, _a = A('b'), A('_a')\n",
        "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()\n",
        "from concurrent.futures import ThreadPoolExecutor as E\ne = E(2)\nprint(list(e.map(abs, [-1, -2])))\n",
        "from multiprocessing import Pool\nif __name__ == '__main__':\n"
        "    with Pool(2) as pool:\n        print(pool.map(abs, [-1, 2, -3]))\n",
        "import concurrent.futures as f\nif __name__ == '__main__':\n"
        "    with f.ProcessPoolExecutor(2) as pool:\n        print(list(pool.map(abs, [-1, 2])))\n",
        "import multiprocessing as m\nif __name__ == '__main__':\n"
        "    p = m.get_context('spawn').Process(target=print, args=('child',))\n"
        "    p.start(); p.join(); print(m.current_process().name, m.parent_process(), m.get_start_method())\n",
        "import sys\nsys.stdout.close()\n",
        "import sys\nprint('a')\nsys.stdout = None\nprint('b')\n",
        "import os\nprint('a', flush=True)\nos.close(1)\n",
        "import sys, io\nsys.stdout = io.StringIO()\nprint('hidden')\nsys.stdout = sys.__stdout__\nprint('shown')\n",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as s:\n    print('x')\nprint(s.getvalue())\n",
        "class Bad(Exception):\n    def __str__(self):\n        raise ValueError\nprint('a')\nraise Bad\n",
        "raise KeyboardInterrupt\n",
        "import sys\nprint('a')\nsys.exit('no')\n",
        "print(input())\n",
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'import sys; print(repr(sys.stdin.read()))'])\n",
        "import os, sys\nprint(os.path.basename(sys.argv[0]), len(sys.argv), sys.path[0] == os.path.dirname(__file__))\n",
        "'''Says what it is.'''\nprint(__doc__, __name__, __package__, __spec__, __cached__, __annotations__)\n",
        "n: int = 1\nprint(__annotations__)\n",
        "from __future__ import annotations\n# --8<-- [start:a]\ndef f(x: nothing): ...\n# --8<-- [end:a]\nprint('a')\n",
        "import os\nprint(sorted(os.listdir(os.path.expanduser('~'))), os.path.expanduser('~') == os.environ['HOME'])\n",
        "import warnings\nwarnings.warn('look')\nprint('after')\n",
        "import random, numpy\nprint(random.Random(0).random(), numpy.random.default_rng(0).random())\n",
        "import signal\nprint(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM))\n",
        "import threading\nprint(threading.current_thread() is threading.main_thread(), threading.active_count())\n",
        "import tempfile, os\nwith tempfile.NamedTemporaryFile() as f:\n    print(os.path.exists(f.name))\n",
        "import logging\nlogging.warning('w')\nprint(logging.root.handlers)\n",
    ],
)  # fmt: skip
def test_a_python_of_its_own_prints_the_same(runner: Runner, tmp_path: Path, source: str) -> None:
    asked = request(tmp_path, source)
    (tmp_path / "home").mkdir()
    assert ours(run_one(runner, asked)) == plain(tmp_path / asked.snippet.path, tmp_path / "home")


def test_nothing_is_seeded_for_a_script(tmp_path: Path) -> None:
    source = "import random, numpy\nprint(random.random(), numpy.random.rand())\n"
    runs = []
    for number in range(2):
        with Runner(Store(tmp_path / str(number)), workers=1) as another:
            runs.append(run_one(another, request(tmp_path, source)))
    assert runs[0].stdout != runs[1].stdout


def test_paths_begin_at_the_root(runner: Runner, tmp_path: Path) -> None:
    root = tmp_path / "My Projects: 我的 书"
    source = "import warnings, _helper\nwarnings.warn('a')\n_helper.warn()\nprint(__file__)\n_helper.fail()\n"
    asked = request(root, source)
    helper = "import warnings\ndef warn(): warnings.warn('b')\ndef fail(): raise ValueError(__file__)\n"
    (root / "snippets/try/_helper.py").write_text(helper, encoding="utf-8")
    run = run_one(runner, asked)
    assert run.stdout == "snippets/try/it.py\n"
    assert "snippets/try/it.py:2: UserWarning: a" in run.stderr
    assert "snippets/try/_helper.py:2: UserWarning: b" in run.stderr
    assert run.error is not None
    assert run.error["message"] == "snippets/try/_helper.py"
    assert 'File "snippets/try/_helper.py", line 3' in run.error["traceback"]
    assert str(tmp_path) not in str(vars(run))


def test_claims_are_evaluated_before_the_script_lets_go_of_its_names(runner: Runner, tmp_path: Path) -> None:
    source = (
        "class Late:\n    def __del__(self):\n        print('gone')\nkept, n = Late(), 3\nprint('here')\n"
    )
    run = run_one(runner, request(tmp_path, source, "n * 2", "print('claimed')", "type(kept).__name__"))
    assert run.value("n * 2") == 6
    assert run.value("type(kept).__name__") == "Late"
    assert run.stdout == "here\ngone\n"
