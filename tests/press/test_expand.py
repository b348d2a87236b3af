"""How a page is written out for readers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from conftest import BOOK
from proof.book import LANGUAGES, Runs
from proof.check import Judge
from proof.press.expand import expand, wraps
from proof.run import NOW

MESSAGE = (
    "ValueError: " + "Input 0 of layer is incompatible with the layer, and more is said of it here. " * 2
)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (f"{MESSAGE}\n", True),
        (f"(2, 3)\n{MESSAGE}\n  File x\n", True),
        ("ValueError: short\n", False),
        (f"{'x' * 80}\n", False),
        (f"┃ Layer ┃\n{MESSAGE}\n", False),
        (f"loss       accuracy\n{MESSAGE}\n", False),
        (f"{MESSAGE}\n{' ' * 20}^^^^\n", False),
        ("", False),
    ],
)
def test_messages_wrap_and_columns_do_not(output: str, expected: bool) -> None:
    assert wraps(output) == expected


def foot_of(runs: Runs, language: str) -> str:
    """What stands at the foot of the page on *training*, judged by *runs*."""
    return expand(Judge(BOOK, runs).judged(BOOK.pages[language, "training.md"])).rpartition("<p class=")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_says_the_oldest_day_and_counts_what_ran_and_what_is_true(runs: Runs, language: str) -> None:
    page = BOOK.pages[language, "training.md"]
    dated = {
        name: replace(run, finished=f"{2000 + number}-03-04T05:06:07+00:00")
        for number, (name, run) in enumerate(runs.items())
    }
    scripts = {found.source.snippet.path for found in BOOK.found(page) if found.source}
    oldest = min(run.finished for (path, _), run in dated.items() if path in scripts)[:10]
    foot = foot_of(dated, language)
    assert re.findall(r"\d{4}-\d\d-\d\d", foot.partition(">")[2]) == [oldest]
    counts = [int(number) for number in re.findall(r"(?:个|处|: )?\b(\d+)\b(?!\.)", foot.partition(">")[2])]
    assert counts[-2:] == [len(scripts), len(page.claims)]
    assert "untrue" not in foot

    claim = page.claims[0]
    name = BOOK.proof_of(page, claim).snippet.path, NOW.name
    values = {**dated[name].values, claim.expression: {"literal": "-1"}}
    foot = foot_of({**dated, name: replace(dated[name], values=values)}, language)
    untrue = sum(
        BOOK.proof_of(page, one).snippet.path == name[0] and one.expression == claim.expression
        for one in page.claims
    )
    assert foot.startswith('"verified untrue"')
    counts = [int(number) for number in re.findall(r"\b(\d+)\b", foot.partition(">")[2])]
    assert counts[-3:] == [len(scripts), len(page.claims) - untrue, untrue]
