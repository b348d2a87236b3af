"""Every snippet does in every lane what its record says, and nothing lies beside them unseen."""

from __future__ import annotations

import time

import pytest

from conftest import BOOK, ROOT
from proof.check.judge import Judge
from proof.record import records
from proof.record.volatile import VOLATILE
from proof.run.lanes import Lane
from proof.run.snippets import Snippet


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "snippet" in metafunc.fixturenames:
        cases = [(s, lane) for s in BOOK.snippets for lane in s.lanes if lane.name in BOOK.lanes]
        metafunc.parametrize(("snippet", "lane"), cases, ids=[f"{s.path}-{lane.name}" for s, lane in cases])


def test_snippet_prints_its_record(snippet: Snippet, lane: Lane, judge: Judge) -> None:
    if lane.name in BOOK.absent:
        pytest.skip(f"lane {lane.name} is not installed; `make lanes` installs what this machine can have")
    run = judge.runs.get((snippet.path, lane.name))
    if run and run.stand_ins:
        pytest.skip(f"the record is not verified: {', '.join(run.stand_ins)} could not be had")
    problem = judge.items.run_problem(snippet, lane)
    assert not problem, problem


def test_no_record_lacks_its_snippet() -> None:
    assert records.orphans(ROOT) == []


def test_every_snippet_is_shown() -> None:
    shown = {
        BOOK.source_of(page, fence).snippet.path
        for page in BOOK.pages.values()
        for fence in page.fences
        if fence.include
    }
    assert [snippet.path for snippet in BOOK.snippets if snippet.path not in shown] == []


#: Texts on which a pattern with a repetition in a repetition takes for ever.
LONG = (
    "/" * 10**6,
    "/a" * 10**6,
    "/a/b c" * 10**5,
    "/.lanes/a" * 10**5,
    "/site-packages" * 10**5,
    "0x1" * 10**6,
)


@pytest.mark.parametrize("name", VOLATILE)
@pytest.mark.parametrize("text", LONG, ids=[text[:12] for text in LONG])
def test_a_volatile_field_is_looked_for_in_the_time_that_reading_takes(name: str, text: str) -> None:
    field, started = VOLATILE[name], time.process_time()
    for end in ("", "/", "/x", "\n"):
        field.replaced(text + end)
        field.within(text + end)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("printed", "recorded"),
    [
        ("at /a/b/site-packages/keras/x.py:3", "at .../site-packages/keras/x.py:3"),
        ("/a/site-packages/b/site-packages/c", ".../site-packages/c"),
        ("/a/site-packages/site-packages/c", ".../site-packages/c"),
        ("/p/.lanes/now-jax/jax/x.py", ".../site-packages/jax/x.py"),
        ("'/a/site-packages/b' \"/c/site-packages/d\"", "'.../site-packages/b' \".../site-packages/d\""),
        ("/site-packages/b", "/site-packages/b"),
        ("/a/site-packages", "/a/site-packages"),
        ("////////////////", "////////////////"),
        ("https://a.b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/0/1/2/3/4", None),
    ],
)
def test_the_folder_of_packages_is_replaced_and_nothing_else(printed: str, recorded: str | None) -> None:
    field = VOLATILE["site-packages"]
    assert field.replaced(printed) == (printed if recorded is None else recorded)
    assert field.within(printed) == (field.replaced(printed) != printed)
