"""Which blocks have a button, why the others have none, and that one which loses it is named."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import BOOK, ROOT
from proof.book import Book, Runs
from proof.check import buttons, trusted
from proof.common.files import digest
from proof.run.lanes import IN_PAGE, NOW
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet

PAGE = """---
title: Hello
---
# Hello

``` { .python #hello }
--8<-- "snippets/try/hello.py"
```
"""
SECTIONS = """\
x = 1
# --8<-- [start:outer]
print(x)
# --8<-- [start:inner]
print(x + 1)
# --8<-- [end:inner]
# --8<-- [end:outer]


def f():
    # --8<-- [start:within]
    return 3
    # --8<-- [end:within]
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Give a book of one script that both languages show."""
    for language in ("zh", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / "snippets/try/hello.py").write_text("print('hello')\n", encoding="utf-8")
    return Book(tmp_path)


@pytest.fixture(scope="module")
def known(runs: Runs) -> Run:
    """Give a run in the lane, whose script prints its record."""
    return runs["snippets/home/first_model.py", IN_PAGE.name]


def at_home(name: str) -> Snippet:
    return BOOK.by_path[f"snippets/{name}.py"]


def test_at_least_the_scripts_that_have_had_one_have_a_button(runs: Runs) -> None:
    found = {snippet.path for snippet in BOOK.snippets if buttons.may_run(snippet, runs)}
    assert len(found) >= 59
    assert "snippets/sequential/from_list.py" in found


def test_each_block_is_counted_once(runs: Runs) -> None:
    counts = buttons.counted(BOOK, runs)
    blocks = [block for page in BOOK.pages.values() for block in buttons.blocks(BOOK, page)]
    assert sum(counts.values()) == len(blocks)
    assert list(counts) == ["button", *(f"without: {reason}" for reason in buttons.REASONS)]
    assert all(counts.values())


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (("NotImplementedError", "fit not implemented for NumPy backend."), "trains"),
        (("OSError", "linux does not support processes."), "process"),
        (("RuntimeError", "can't start new thread"), "process"),
        (("ModuleNotFoundError", "No module named 'tensorflow'"), "backend"),
        (("ModuleNotFoundError", "No module named 'matplotlib'"), "missing"),
        (("AttributeError", "module 'scipy' has no attribute 'ndimage'"), "missing"),
        (("ZeroDivisionError", "division by zero"), "otherwise"),
    ],
)
def test_how_a_run_ended_tells_why_there_is_no_button(
    known: Run, error: tuple[str, str], reason: str
) -> None:
    kind, message = error
    raised = {"type": kind, "message": message, "traceback": f"{kind}: {message}\n"}
    run, snippet = replace(known, error=raised), at_home("home/first_model")
    assert buttons.why_none(snippet, {(snippet.path, IN_PAGE.name): run}) == reason


def test_an_author_is_told(known: Run) -> None:
    snippet = at_home("home/first_model")
    key = snippet.path, IN_PAGE.name
    assert buttons.in_words(snippet, {key: known}) == "a page can run it"
    told = buttons.in_words(snippet, {key: replace(known, stdout="")})
    assert told == "no button, for it prints something else there than is recorded"


def test_one_sign_that_differs_is_enough(known: Run) -> None:
    snippet = at_home("home/first_model")
    key = snippet.path, IN_PAGE.name
    assert buttons.may_run(snippet, {key: known})
    assert not buttons.may_run(snippet, {key: replace(known, stdout=f"{known.stdout} ")})
    assert not buttons.may_run(snippet, {key: replace(known, stderr="a warning\n")})
    assert not buttons.may_run(snippet, {})


@pytest.mark.parametrize(
    ("name", "reason"),
    [("mnist/mnist", "trains"), ("mnist/from_file", "missing"), ("install/before", "process")],
)
def test_what_a_script_says_of_itself_is_enough(name: str, reason: str) -> None:
    assert buttons.why_none(at_home(name), {}) == reason


def test_a_section_within_another_or_within_a_function_does_not_run_alone(book: Book) -> None:
    (book.root / "snippets/try/hello.py").write_text(SECTIONS, encoding="utf-8")
    page = book.root / "docs/en/index.md"
    include = '--8<-- "snippets/try/hello.py'
    blocks = [f'``` {{ .python #{name} }}\n{include}:{name}"\n```\n' for name in ("outer", "inner", "within")]
    page.write_text(PAGE + "\n" + "\n".join(blocks), encoding="utf-8")
    book = Book(book.root)
    shown = [source.section for _, source in buttons.blocks(book, book.pages["en", "index.md"])]
    assert shown == [None, "inner"]


def test_a_button_that_is_lost_is_named_until_that_is_accepted(book: Book) -> None:
    record = "command: python snippets/try/hello.py\nlane: now-tensorflow\nversions: python 3\n"
    snippet = book.snippets[0]
    with Runner(Store(book.root / "runs"), workers=1) as runner:
        run = runner.run([Request(snippet, replace(NOW, preload=(), libraries=()))])[snippet.path, NOW.name]
    mine = replace(run, lane=IN_PAGE.name, versions={"python": "3"})
    head = f"{record}source: sha256 {digest(snippet.program)}\n"
    body = "--8<-- [start:stdout]\nhello\n--8<-- [end:stdout]\n"
    (book.root / "snippets/try/hello.now.txt").write_text(head + body, encoding="utf-8")
    key = snippet.path, IN_PAGE.name
    (book.root / "docs/names.txt").write_text("Keras 4\n", encoding="utf-8")
    has = buttons.lines(book, {key: mine}, ())
    assert has == Counter(["button index.md: snippets/try/hello.py"])
    assert "+button index.md: snippets/try/hello.py" in trusted.trust(book, has)
    accepted = trusted.accepted(book.root)

    assert buttons.lines(book, {}, accepted) is None
    assert list(trusted.losses(book, None)) == []
    assert buttons.lines(book, {("snippets/other.py", IN_PAGE.name): mine}, accepted) == has

    lost = buttons.lines(book, {key: replace(mine, stdout="goodbye\n")}, accepted)
    told = list(trusted.losses(book, lost))
    assert len(told) == 1
    assert told[0].startswith("docs/trusted.txt:")
    assert (
        "no longer held: button index.md: snippets/try/hello.py; `python -m proof --lane now-numpy" in told[0]
    )
    assert trusted.trust(book, None) == []
    assert trusted.trust(book, lost) == ["-button index.md: snippets/try/hello.py"]
    assert list(trusted.losses(book, lost)) == []


def test_what_has_a_button_here_has_been_accepted(runs: Runs) -> None:
    accepted = trusted.accepted(ROOT)
    now = buttons.lines(BOOK, runs, accepted)
    assert now
    lines = {line: count for line, (count, _) in accepted.items() if line.startswith("button ")}
    assert lines == dict(now), json.dumps(sorted(lines.keys() ^ now.keys()))
