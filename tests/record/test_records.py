"""Every snippet does in every lane what its record says, and nothing lies beside them unseen."""

from __future__ import annotations

import pytest

from conftest import BOOK, ROOT
from proof.check.judge import Judge
from proof.record import records
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
    problem = judge.run_problem(snippet, lane)
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
