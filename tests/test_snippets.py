"""Every snippet does in every lane what its record says, and nothing lies beside them unseen."""

from __future__ import annotations

import pytest

from conftest import BOOK, ROOT
from proof import records
from proof.book import Runs
from proof.snippets import Snippet

CASES = [(snippet, lane) for snippet in BOOK.snippets for lane in snippet.lanes]


@pytest.mark.parametrize(("snippet", "lane"), CASES, ids=[f"{s.path}-{lane}" for s, lane in CASES])
def test_snippet_prints_its_record(snippet: Snippet, lane: str, runs: Runs) -> None:
    problem = BOOK.run_problem(snippet, lane, runs)
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
