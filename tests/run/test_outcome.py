"""What a run printed, as a terminal shows it, and by section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.common.text import ORDERS, lines, on_terminal
from proof.record.changes import promote
from proof.record.records import read, render
from proof.run.outcome import failure
from proof.run.runner import Runner
from proof.run.runs import Store
from tests.run.test_runner import request, run_one

ONE = "# --8<-- [start:one]\nprint('one')\n# --8<-- [end:one]\n"


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=2) as runner:
        yield runner


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("plain\ttext  \n\n", "plain\ttext  \n\n"),
        ("\x85 and \u2028 are text\n", "\x85 and \u2028 are text\n"),
        ("1/3 ━\r2/3 ━━\r3/3 ━━━\nnext\n", "3/3 ━━━\nnext\n"),
        ("100 %\r5\n", "500 %\n"),
        ("ab\x08\x08c\n", "cb\n"),
        ("\x1b[1m\x1b[32mgreen\x1b[0m\n", "green\n"),
        ("windows\r\nlines\r\n", "windows\nlines\n"),
        ("a\nb\n\x1b[2A\x1b[2Kc\n\n", "c\nb\n"),
        ("bell\x07 and null\x00\n", "bell and null\n"),
        ("参数\r重写\n", "重写\n"),
        ("no end\rNO", "NO end"),
        ("name\tvalue\n   \n\x1b[1mbold\x1b[0m  \n", "name\tvalue\n   \nbold  \n"),
        ("long line  \rshort\n", "shortline\n"),
        ("a\tb\rc\n", "c\tb\n"),
        ("kept  \x1b[K\n", "kept\n"),
        ("x" * 300 + "\r" + "y\n", "y" + "x" * 299 + "\n"),
    ],
)
def test_output_is_what_a_terminal_shows_in_the_end(printed: str, shown: str) -> None:
    assert on_terminal(printed) == shown


@given(st.text(alphabet=st.sampled_from("ab\n\r\t\x08\x1b[m1; \x00\x0c\u2028é参"), max_size=60))
def test_nothing_that_orders_a_terminal_is_left(text: str) -> None:
    shown = on_terminal(text)
    assert not ORDERS.search(shown)
    assert on_terminal(shown) == shown


@given(st.text(alphabet=st.sampled_from("a\n\r\x0b\x0c\x1c\x85\u2028 ")))
def test_lines_end_in_a_newline_and_nothing_else(text: str) -> None:
    assert "".join(lines(text, ends=True)) == text
    assert [line for line in lines(text) if "\n" in line] == []
    assert len(lines(text)) == text.count("\n") + (not text.endswith("\n") and bool(text))


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nfor n in range(3):\n    print(f'{n}/2 ', end='\\r')\nprint()\n",
        "print('a\\r\\nb')\n",
        "import sys\nsys.stderr.write('50 %\\r100 %\\n')\nprint('done')\n",
        "print('\\x1b[31mred\\x1b[0m')\n",
        "print('a\\x0cb\\x00')\n",
        "print('two\\x85words\\u2028here')\n",
    ],
)
def test_what_is_promoted_is_what_is_compared(runner: Runner, tmp_path: Path, source: str) -> None:
    asked = request(tmp_path, source)
    run = run_one(runner, asked)
    assert promote(asked.snippet, run) == []
    assert promote(asked.snippet, run) is None
    assert read(tmp_path, "snippets/try/it.now.txt") == render(asked.snippet, run)


@pytest.mark.parametrize("unusual", ["\x0c", "x = '\u2028'", "x = '\x85'", "\ufeff"])
def test_a_section_holds_what_it_printed(runner: Runner, tmp_path: Path, unusual: str) -> None:
    top, below = (unusual, "") if unusual == "\ufeff" else ("", f"{unusual}\n")
    source = f"{top}print('before')\n{below}{ONE}print('after')\n"
    run = run_one(runner, request(tmp_path, source))
    assert {name: run.stdout[slice(*span)] for name, span in run.sections.items()} == {"one": "one\n"}


def test_a_section_with_a_progress_bar_holds_how_it_ended(runner: Runner, tmp_path: Path) -> None:
    bar = "for n in range(4):\n    print(f'\\r{n}/3', end='')\nprint()\n"
    source = f"print('x\\ry')\n# --8<-- [start:bar]\n{bar}# --8<-- [end:bar]\nprint('after')\n"
    run = run_one(runner, request(tmp_path, source))
    assert run.stdout == "y\n3/3\nafter\n"
    assert run.stdout[slice(*run.sections["bar"])] == "3/3\n"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_too_much_output_is_a_failure(runner: Runner, tmp_path: Path, stream: str) -> None:
    source = f"import sys\nprint('x' * 79 + '\\n', end='', file=sys.{stream})\n"
    many = source.replace("'x' * 79 + '\\n'", "('x' * 79 + '\\n') * 20_000")
    asked = request(tmp_path, many)
    wrong = failure(asked.snippet, run_one(runner, asked))
    assert "it printed 1.5 MiB, more than a snippet may (1 MiB)" in str(wrong)
    asked = request(tmp_path, source)
    assert failure(asked.snippet, run_one(runner, asked)) is None


def test_a_value_that_is_too_long_is_none(runner: Runner, tmp_path: Path) -> None:
    run = run_one(runner, request(tmp_path, "print(1)\n", "'x' * (2 << 20)"))
    with pytest.raises(LookupError, match=r"2,097,154 characters long; the most is 1,048,576"):
        run.value("'x' * (2 << 20)")
