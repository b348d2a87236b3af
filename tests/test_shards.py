"""The parts of the tests: together the whole, each test in one of them, none much longer than another."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from conftest import ROOT
from tests.shards import dealt, part_of, recorded


def collected(*options: str) -> list[str]:
    """The tests that pytest would run."""
    command = [sys.executable, "-m", "pytest", "--collect-only", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if re.match(r"\S+::", line)]


def test_the_parts_are_together_the_whole_and_no_test_is_in_two() -> None:
    whole = collected()
    parts = [test for part in ("1/3", "2/3", "3/3") for test in collected("--shard", part)]
    assert len(whole) > 1000
    assert sorted(parts) == sorted(whole)


def test_the_longest_are_dealt_first_each_to_whom_has_least_to_do() -> None:
    durations = {"a": 5.0, "b": 4.0, "c": 3.0, "d": 2.0, "e": 0.5}
    assert dealt("abcde", durations, 2) == [{"a", "d", "e"}, {"b", "c"}]


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_no_part_is_much_longer_than_its_share(parts: int) -> None:
    durations = recorded()
    loads = [sum(durations[unit] for unit in hand) for hand in dealt(durations, durations, parts)]
    assert max(loads) <= max(1.1 * sum(loads) / parts, *durations.values())


@pytest.mark.parametrize("wrong", ["", "0/3", "4/3", "1", "1/0", "a/b", "1/3/5"])
def test_a_part_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(pytest.UsageError, match="K/N"):
        part_of(wrong)
