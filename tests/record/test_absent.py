"""A record that lacks what a page shows says why; whoever does what it says has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from proof.record import absent, changes, records
from proof.run import NOW, Request, Run, Runner, Snippet, Store, sections

PATH = "snippets/try/it.py"
BARE = replace(NOW, preload=(), libraries=())
START, END = "# --8<-- [start:one]\n", "# --8<-- [end:one]\n"


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=1) as runner:
        yield runner


def ran(runner: Runner, root: Path, source: str) -> tuple[Snippet, Run]:
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(source, encoding="utf-8")
    snippet = Snippet(root, PATH)
    return snippet, runner.run([Request(snippet, BARE)])[PATH, BARE.name]


@pytest.mark.parametrize(
    ("source", "why", "better"),
    [
        (
            f"{START}print('a', end=' ')\n{END}print('b')\n",
            f"{PATH}:1: what it prints ends within a line",
            f"{START}print('a')\n{END}print('b')\n",
        ),
        (
            f"print('a', end=' ')\n{START}print('b')\n{END}",
            f"{PATH}:2: what it prints begins within a line",
            f"print('a')\n{START}print('b')\n{END}",
        ),
        (
            f"def f():\n    {START}    print('a')\n    {END}\n\nf()\n",
            f"{PATH}:2: its markers stand within a function or a block",
            f"def f():\n    print('a')\n\n\n{START}f()\n{END}",
        ),
        (
            f"{START}a = 1\n{END}print(a)\n",
            f"{PATH}:1: its lines print nothing",
            f"{START}a = 1\nprint(a)\n{END}",
        ),
        (
            f"{START.replace('one', 'two')}print(1)\n{END.replace('one', 'two')}",
            f"{PATH} marks no section of that name (it marks: two)",
            f"{START}print(1)\n{END}",
        ),
    ],
)
def test_the_reason_and_what_to_do(
    runner: Runner, tmp_path: Path, source: str, why: str, better: str
) -> None:
    snippet, run = ran(runner, tmp_path, source)
    record = records.render(snippet, run)
    told = absent.why(snippet, run, "one", record)
    assert told.startswith("there is no section “one” (sections here: stdout")
    assert why in told
    assert "one" in sections.names(records.render(*ran(runner, tmp_path, better)))


def test_a_record_that_is_older_than_its_script_is_written_again(runner: Runner, tmp_path: Path) -> None:
    snippet, run = ran(runner, tmp_path, f"{START}print(1)\n{END}")
    told = absent.why(snippet, run, "one", "--8<-- [start:stdout]\n--8<-- [end:stdout]\n")
    assert f"`python -m proof promote {PATH}` writes it" in told
    changes.promote(snippet, run)
    assert "one" in sections.names(records.read(tmp_path, snippet.record(BARE)))


@pytest.mark.parametrize("name", ["stdout", "stderr", "error"])
def test_what_a_record_would_have_by_itself(runner: Runner, tmp_path: Path, name: str) -> None:
    snippet, run = ran(runner, tmp_path, "")
    assert absent.why(snippet, run, name, "").endswith("show another section, or remove this block")
