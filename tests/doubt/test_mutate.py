"""A slice of all mutants, always the same one, and the checks notice each of them."""

from __future__ import annotations

import os

import pytest

from conftest import BOOK, FIGURES, ROOT
from proof.book.book import Book, Runs
from proof.common.progress import untold
from proof.doubt import bench, mutate, tally
from proof.doubt.bench import Verdict
from proof.doubt.equivalents import equivalents
from proof.doubt.mutants import KINDS, Mutant, change, next_number
from proof.run.lanes import HOMES, LANES

WORKERS = os.cpu_count() or 1
Verdicts = list[Verdict]


def survivors(verdicts: Verdicts) -> list[str]:
    return list(map(str, mutate.unexpected(verdicts)))


def tell(name: str, verdicts: Verdicts, among: int) -> None:
    count = mutate.counted(verdicts)
    FIGURES.append(
        f"mutants of {name}: {count.tried:,} tried of {among:,}, {count.noticed:,} noticed, "
        f"{count.parity:,} only by comparing the languages, {count.excused:,} without a meaning, "
        f"{count.survived:,} not held"
    )


@pytest.fixture(scope="module")
def texts(runs: Runs) -> Verdicts:
    return bench.try_texts(BOOK, runs, mutate.sample(BOOK, runs)[0], WORKERS, untold)


@pytest.fixture(scope="module")
def scripts(runs: Runs) -> Verdicts:
    return bench.try_scripts(BOOK, runs, mutate.sample(BOOK, runs)[1], WORKERS, untold)


def test_changed_pages_records_and_pictures_are_noticed(texts: Verdicts) -> None:
    tell("pages, records and pictures", texts, len(mutate.of_texts(BOOK)))
    assert len(texts) == mutate.TEXTS
    assert survivors(texts) == []


def test_changed_scripts_are_noticed(scripts: Verdicts) -> None:
    tell("scripts", scripts, len(mutate.of_scripts(BOOK)))
    assert len(scripts) == mutate.SCRIPTS
    assert survivors(scripts) == []


def test_the_readmes_say_how_much_there_is_and_what_became_of_it(
    runs: Runs, texts: Verdicts, scripts: Verdicts
) -> None:
    missing = [lane.name for lane in HOMES if not lane.ready]
    if missing:
        pytest.skip(f"lane {', '.join(missing)} is not installed, so its records are not counted")
    book, verdicts = Book(ROOT), texts + scripts
    if BOOK.lanes != book.lanes:
        chosen = mutate.sample(book, runs)
        verdicts = bench.try_texts(book, runs, chosen[0], WORKERS, untold)
        verdicts += bench.try_scripts(book, runs, chosen[1], WORKERS, untold)
    counts = tally.tally(book, runs)
    FIGURES.append(
        f"{counts['records']} records, {counts['digits']:,} runs of digits on pages and in records"
    )
    assert tally.stale(ROOT, counts, verdicts) == [], "run `make tally`"


def test_every_reason_is_given_for_something() -> None:
    everything = [*mutate.of_texts(BOOK), *mutate.of_scripts(BOOK)]
    texts: dict[str, list[str]] = {}
    for known in equivalents(ROOT):
        assert any(known.covers(mutant, line_of(mutant, texts)) for mutant in everything), known


def line_of(mutant: Mutant, texts: dict[str, list[str]]) -> str:
    if mutant.path not in texts:
        texts[mutant.path] = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()
    return texts[mutant.path][mutant.line - 1]


def test_a_survivor_would_be_told(runs: Runs) -> None:
    page = BOOK.pages["en", "index.md"]
    same = change("digit of the prose", page.name, page.text, (0, 3), page.text[:3])
    assert bench.try_texts(BOOK, runs, [same], 1, untold)[0].noticed == ""
    assert mutate.unexpected([Verdict(same, ""), Verdict(same, "noticed")]) == [same]
    assert mutate.report([Verdict(same, "")]).splitlines()[1].split()[-5:] == ["1", "0", "0", "0", "1"]


def test_each_mutant_is_of_a_kind_that_is_known_and_there_are_some_of_each() -> None:
    found = {mutant.kind for mutant in [*mutate.of_texts(BOOK), *mutate.of_scripts(BOOK)]}
    ran = {kind for kind in KINDS if not kind.endswith("a lane that has not run")}
    assert found == (ran if LANES.keys() == BOOK.lanes.keys() else KINDS.keys())


def test_what_both_languages_say_is_changed_in_both() -> None:
    found = [mutant for mutant in mutate.of_texts(BOOK) if not mutant.path.endswith(".txt")]
    for kind in ("tabs exchanged", "negation turned", "cells of a table exchanged", "block gone from both"):
        assert all(len(mutant.changes) == 2 for mutant in found if mutant.kind == kind), kind
    claims = [len(mutant.changes) for mutant in found if mutant.kind == "digit of a claim"]
    assert claims.count(2) > 0.95 * len(claims)  # where one language has digits, the other may have words


def test_the_next_number_is_as_long_and_another() -> None:
    assert [next_number(digits) for digits in ("0", "9", "099", "1875")] == ["1", "0", "100", "1876"]
