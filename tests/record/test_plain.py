"""A reader who runs a script in a Python of their own sees what the record says."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import BOOK, FIGURES, ROOT, once_more
from proof.book.book import Runs
from proof.common.files import digest, load, save
from proof.record import plain
from proof.record.records import repeatable
from proof.run import datasets
from proof.run.lanes import NOW
from proof.run.outcome import as_shown
from proof.run.runner import Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet
from tests import begun
from tests.begun import Program
from tests.commands.shelf import FRESH, Shelf
from tests.run.test_runner import BARE, run_one
from tests.run.test_runner import request as asking

#: Names what was compared of each script, and found to be the same.
KEPT = ROOT / ".cache" / "plain.json"
BEGUN = Path(begun.__file__)
#: The scripts of the home lane; notebooks are run in a kernel of their own elsewhere.
ALL = [snippet for snippet in BOOK.snippets if NOW in BOOK.judged(snippet) and not snippet.cells]
SCRIPTS = list(filter(once_more, ALL))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import random\nprint('a', random.random())\n", "prints 'a 0."),
        ("import multiprocessing\nprint(getattr(multiprocessing, 'process', None) is not None)\n", None),
        ("import concurrent\nprint(hasattr(concurrent, 'futures'))\n", "prints 'False' where it prints 'True' here"),
        ("import os\nprint(os.getpid())\n", "a Python of its own prints '"),
        ("print('a', flush=True)\nimport os\nif os.getcwd() != os.environ['HOME']: print(1)\n", "prints nothing where it prints '1' here"),
        ("print('the same')\n", None),
        ("print(open(__file__).readline())\n", None),
        ("print(1)\n1 / 0\n", None),
        ("import sys\nprint(1)\nsys.exit('an end')\n", None),
        ("import sys\nprint('a warning', file=sys.stderr)\n1 / 0\n", None),
        ("import warnings\nwarnings.warn('here')\n", None),
        *[(f"import warnings\nwarnings.warn('above', stacklevel={n})\n", None) for n in (2, 3, 4, 9)],
        ("import warnings\ndef f():\n    warnings.warn('above', stacklevel=3)\nf()\n", None),
        ("import warnings, sys\nwith warnings.catch_warnings(record=True) as found:\n    warnings.simplefilter('always')\n    warnings.warn('a', stacklevel=2)\nprint(found[0].filename, found[0].lineno, found[0])\n", None),
        ("import os, sys\nprint(os.getpid(), file=sys.stderr)\n", "a Python of its own warns '"),
    ],
)  # fmt: skip
def test_what_a_python_of_its_own_prints_otherwise_is_said(
    tmp_path: Path, source: str, message: str | None
) -> None:
    asked = asking(tmp_path, source)
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        said = plain.differs(asked.snippet, run_one(runner, asked), BARE, str)
    assert (message in str(said)) if message else said is None


def test_what_a_reader_would_not_see_is_not_promoted(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 2)
    shelf.write("snippets/try/n10.py", f"{FRESH}import random\nprint(random.random())\n")
    said = shelf.said("promote")
    assert said.startswith("1: not promoted: snippets/try/n10.py:1: a Python of its own prints")
    assert "random numbers have a seed" in said
    assert shelf.records()["n10"] == "an old record\n"


def run_each(library: str, snippets: list[Snippet], folder: Path) -> dict[str, int]:
    """Run scripts one after another in a Python that has imported *library*; give their exit codes."""
    if not snippets:
        return {}
    asked = []
    for snippet in snippets:
        place = folder / digest(snippet.path)[:12]
        place.mkdir()
        program = Program(
            arguments=[str(snippet.root.resolve() / snippet.path)],
            folder=str(place),
            streams=str(place),
            variables=plain.surroundings(NOW, str(place)),
            data={name: str(datasets.find(name).file) for name in snippet.data},
            seconds=0,
        )
        asked.append(json.dumps(program))
    done = subprocess.run(
        [str(NOW.python), "-P", str(BEGUN), library],
        input="\n".join(asked),
        env={**NOW.environment, "PATH": os.defpath, "HOME": str(folder), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
        check=True,
    )
    codes = map(json.loads, done.stdout.splitlines())
    return dict(zip((snippet.path for snippet in snippets), codes, strict=True))


def compared(snippet: Snippet, run: Run) -> str:
    """Names what is compared of *snippet*: what it is, what it did, and how that is held against a Python."""
    parts = [BEGUN, Path(__file__), Path(plain.__file__), ROOT / snippet.path]
    return digest("".join([run.digest, *(part.read_text(encoding="utf-8") for part in parts)]))


def test_each_script_of_the_book_prints_the_same_in_a_python_of_its_own(runs: Runs, tmp_path: Path) -> None:
    ran = {snippet.path: runs[snippet.path, NOW.name] for snippet in SCRIPTS}
    known = load(KEPT) if KEPT.exists() else {}
    asked = {snippet: compared(snippet, ran[snippet.path]) for snippet in SCRIPTS}
    tried = [snippet for snippet, name in asked.items() if known.get(snippet.path) != name]
    tried.sort(key=lambda snippet: -ran[snippet.path].seconds)
    with_keras = [snippet for snippet in tried if not snippet.fresh]
    tasks = [("keras", with_keras[::2]), ("keras", with_keras[1::2])]
    tasks.append(("sys", [snippet for snippet in tried if snippet.fresh]))
    folders = [tmp_path / str(number) for number in range(len(tasks))]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(tasks)) as pool:
        exits = list(pool.map(run_each, *zip(*tasks, strict=True), folders))
    wrong = {}
    for (_, snippets), folder, codes in zip(tasks, folders, exits, strict=True):
        for snippet in snippets:
            run = ran[snippet.path]
            out, err = ((folder / digest(snippet.path)[:12] / name).read_bytes() for name in (".out", ".err"))

            def settled(text: str, snippet: Snippet = snippet) -> str:
                return repeatable(snippet, as_shown(snippet, text))

            wrong[snippet.path] = run.stand_ins or plain.parted(
                run, plain.Plain(out, err, codes[snippet.path]), settled
            )
    FIGURES.append(f"{len(SCRIPTS)} of {len(ALL)} scripts were held against a Python of their own")
    save(KEPT, {snippet.path: name for snippet, name in asked.items() if not wrong.get(snippet.path)})
    assert [message for message in wrong.values() if isinstance(message, str)] == []
