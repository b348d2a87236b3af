"""What is too long for every push is run from time to time, and what is overdue is named."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from conftest import ROOT

ROW = re.compile(
    r"(?m)^\| `make (?P<target>[a-z-]+)[^`]*` \| [^|]+ \| \d+ min \| (?P<days>\d+) days "
    r"\| (?P<last>\d{4}-\d\d-\d\d) \| (?P<commit>[0-9a-f]{7,40}) \| (?P<result>[^|]{5,}) \|$"
)
TEXT = (ROOT / "ADMIN_TASKS.md").read_text(encoding="utf-8")


def overdue(text: str, today: date) -> list[str]:
    """The targets that have not been run for longer than *text* says."""
    return [
        f"make {row['target']} (last run {row['last']}, every {row['days']} days)"
        for row in ROW.finditer(text)
        if date.fromisoformat(row["last"]) + timedelta(int(row["days"])) < today
    ]


def test_each_task_is_a_target_and_says_when_it_was_run_and_what_came_of_it() -> None:
    rows = list(ROW.finditer(TEXT))
    assert len(rows) == sum(line.startswith("| `") for line in TEXT.splitlines())
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {row["target"] for row in rows} <= targets
    assert {"test-all", "mutate", "soak", "bench", "links", "publish"} <= {row["target"] for row in rows}


def test_what_is_overdue_is_named() -> None:
    text = "| `make soak` | that it holds | 35 min | 90 days | 2026-01-01 | 0123456 | 20 rounds, all well |\n"
    assert overdue(text, date(2026, 4, 1)) == []
    assert overdue(text, date(2026, 4, 2)) == ["make soak (last run 2026-01-01, every 90 days)"]


def test_nothing_is_overdue() -> None:
    late = overdue(TEXT, date.today())
    if late:
        pytest.skip(f"ADMIN_TASKS.md: to be run again: {'; '.join(late)}")
