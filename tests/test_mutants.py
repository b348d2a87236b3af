"""A slice of all mutants, always the same one, and the checks notice each of them."""

from __future__ import annotations

import os

from conftest import BOOK, FIGURES, ROOT
from proof import mutate
from proof.book import Runs
from proof.mutants import Mutant, change, next_number

SEED = 0
TEXTS, SCRIPTS = 1000, 20
WORKERS = os.cpu_count() or 1


def survivors(verdicts: list[mutate.Verdict]) -> list[str]:
    return [str(verdict.mutant) for verdict in verdicts if verdict.survived]


def tell(name: str, verdicts: list[mutate.Verdict], among: int) -> None:
    noticed = sum(bool(verdict.noticed) for verdict in verdicts)
    excused = sum(bool(verdict.reason) for verdict in verdicts)
    FIGURES.append(
        f"mutants of {name}: {len(verdicts):,} tried of {among:,}, {noticed:,} noticed, "
        f"{excused:,} without a meaning, {len(verdicts) - noticed - excused:,} survived"
    )


def judged(everything: list[Mutant], runs: Runs) -> list[Mutant]:
    """Leave out what is not judged because its data could not be had."""
    missing = {name for run in runs.values() for name in run.stand_ins}
    return [mutant for mutant in everything if not any(name in mutant.path for name in missing)]


def test_changed_pages_records_and_pictures_are_noticed(runs: Runs) -> None:
    everything = judged(mutate.of_texts(BOOK), runs)
    chosen = mutate.slice_of(everything, TEXTS, SEED)
    verdicts = mutate.try_texts(BOOK, runs, chosen, WORKERS, lambda *_: None)
    tell("pages, records and pictures", verdicts, len(everything))
    assert survivors(verdicts) == []


def test_changed_scripts_are_noticed(runs: Runs) -> None:
    everything = judged(mutate.of_scripts(BOOK), runs)
    quick = [mutant for mutant in everything if not mutant.path.startswith("snippets/mnist/")]
    verdicts = mutate.try_scripts(BOOK, runs, mutate.slice_of(quick, SCRIPTS, SEED), WORKERS, lambda *_: None)
    tell("scripts", verdicts, len(everything))
    assert survivors(verdicts) == []


def test_every_reason_is_given_for_something() -> None:
    everything = [*mutate.of_texts(BOOK), *mutate.of_scripts(BOOK)]
    texts: dict[str, list[str]] = {}
    for known in mutate.equivalents(ROOT):
        assert any(known.covers(mutant, line_of(mutant, texts)) for mutant in everything), known


def line_of(mutant: Mutant, texts: dict[str, list[str]]) -> str:
    if mutant.path not in texts:
        texts[mutant.path] = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()
    return texts[mutant.path][mutant.line - 1]


def test_a_survivor_would_be_told(runs: Runs) -> None:
    page = BOOK.pages["en", "index.md"]
    same = change("digit of the prose", page.name, page.text, (0, 3), page.text[:3])
    assert mutate.try_texts(BOOK, runs, [same], 1, lambda *_: None)[0].noticed == ""
    assert "survived" in mutate.report([mutate.Verdict(same, "")])


def test_the_next_number_is_as_long_and_another() -> None:
    assert [next_number(digits) for digits in ("0", "9", "099", "1875")] == ["1", "0", "100", "1876"]
