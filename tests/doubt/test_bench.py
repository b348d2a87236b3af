"""A book of lies: some hundred of them, over all pages, in both languages alike, and each is named.

A mistaken author changes both languages, and takes them as in line. So nothing is compared here.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from conftest import BOOK, FIGURES, ROOT
from proof.book import Book, Runs
from proof.check import Judge
from proof.doubt import mutate
from proof.doubt.mutants import COMPARED, HELD, Change, Mutant

#: What is named where it is missed: an id, or a file, that is not there.
ELSEWHERE = ("id", "digit of a block")
#: How many lies a page has, and how many lines lie at least between them.
EACH, APART = 8, 8
#: How many lies of each kind are looked for before those pages that have none are filled.
TURNS = 24


@pytest.fixture(scope="module")
def lies() -> list[Mutant]:
    """Give lies of all kinds that are held, the rarest first, a few on each page, apart from each other."""
    kinds = [kind for kind in HELD if kind not in COMPARED and kind not in ELSEWHERE]
    found = [mutant for mutant in mutate.of_texts(BOOK) if mutant.kind in kinds and on_page(mutant)]
    random.Random(0).shuffle(found)
    seen, rounds = Counter[str](), list[tuple[int, Mutant]]()
    for mutant in found:
        seen[mutant.kind] += 1
        rounds.append((seen[mutant.kind], mutant))
    count, taken, chosen = Counter[str](), dict[str, list[Change]](), list[Mutant]()
    for turn, mutant in sorted(rounds, key=lambda found: (found[0], seen[found[1].kind])):
        free = all(apart(change, other) for change in mutant.changes for other in taken.get(change.path, []))
        if free and count[mutant.path] < EACH and (turn <= TURNS or not count[mutant.path]):
            chosen.append(mutant)
            count[mutant.path] += 1
            for change in mutant.changes:
                taken.setdefault(change.path, []).append(change)
    return chosen


def on_page(mutant: Mutant) -> bool:
    return len(mutant.changes) > 1 and mutant.path.endswith((".md", ".py"))


def apart(one: Change, other: Change) -> bool:
    return last_line(one) + APART < other.line or last_line(other) + APART < one.line


def last_line(change: Change) -> int:
    return change.line + change.before.count("\n")


@pytest.fixture(scope="module")
def told(lies: list[Mutant], runs: Runs, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give what a check says of a copy of the book with all of these lies."""
    root = tmp_path_factory.mktemp("lies")
    for name in ("docs", "snippets", "requirements", "Makefile", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    plant(root, lies)
    return list(Judge(Book(root, BOOK.lanes.values()), runs).problems(aligned=False))


def plant(root: Path, lies: list[Mutant]) -> None:
    changes = sorted({change for lie in lies for change in lie.changes}, key=lambda change: -change.start)
    for change in changes:
        file = root / change.path
        text = file.read_text(encoding="utf-8")
        assert text[change.start : change.end] == change.before
        file.write_text(text[: change.start] + change.after + text[change.end :], encoding="utf-8")


def test_there_are_lies_of_all_kinds_on_all_pages(lies: list[Mutant]) -> None:
    kinds = {lie.kind for lie in lies}
    missing = {kind for kind in HELD if kind not in kinds}
    assert missing <= {*COMPARED, *ELSEWHERE, "digit of a record", "digit of an example", "word of a picture"}
    assert {path for lie in lies for path in lie.paths} == {page.name for page in BOOK.pages.values()}
    assert len(lies) > 100


def test_each_lie_is_named_in_both_languages_where_it_stands(lies: list[Mutant], told: list[str]) -> None:
    named = {(match[1], int(match[2])) for line in told if (match := re.match(r"([^:]+):(\d+): ", line))}
    missed = [
        f"{lie.kind}: {change}"
        for lie in lies
        for change in lie.changes
        if not any((change.path, line) in named for line in range(change.line - 1, last_line(change) + APART))
    ]
    FIGURES.append(f"a book of {len(lies)} lies, in both languages: {len(told)} problems")
    assert missed == []
