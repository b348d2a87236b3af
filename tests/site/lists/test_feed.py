"""A feed tells which pages changed on which day, from the newest."""

from __future__ import annotations

from pathlib import Path

from proof.site.lists.feed import DAYS, days_in, log_of

PAGES = {"docs/en/a.md": "a.md", "docs/en/b.md": "b.md"}


def test_each_day_names_its_pages_once() -> None:
    log = (
        "@2026-02-03T10:00:00+00:00\n\ndocs/en/a.md\ndocs/en/gone.md\n"
        "@2026-02-03T09:00:00+00:00\n\ndocs/en/b.md\ndocs/en/a.md\n"
        "@2026-02-01T09:00:00+00:00\n\ndocs/en/gone.md\n"
        "@2026-01-01T09:00:00+00:00\n\ndocs/en/a.md\n"
    )
    found = days_in(log, PAGES)
    assert [(day, known.updated[11:16], known.paths) for day, known in found.items()] == [
        ("2026-02-03", "10:00", ["a.md", "b.md"]),
        ("2026-01-01", "09:00", ["a.md"]),
    ]


def test_old_days_are_left_out() -> None:
    log = "".join(f"@{year}-01-01T00:00:00+00:00\n\ndocs/en/a.md\n" for year in range(2060, 2000, -1))
    assert len(days_in(log, PAGES)) == DAYS


def test_where_there_is_no_history_nothing_is_told(tmp_path: Path) -> None:
    assert log_of(tmp_path, "docs") is None
