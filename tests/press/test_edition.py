"""Editions: what is kept or remembered is what would be made afresh."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ROOT
from proof.book.book import Book, Runs
from proof.book.page.page import Page
from proof.check.judge import Judge
from proof.common.places import ENGINE
from proof.common.progress import Tell, untold
from proof.press import edition
from proof.press.edition import EDITION, Edition, Leaf, held_against, kept, made_by, remembered
from proof.press.press import Press, grounds_of
from proof.press.shown import KEPT
from proof.run.lanes import HOMES, LANES
from proof.run.runner import Request, Runner
from proof.run.runs import Store
from tests.commands.test_caught import copied

SITES = {"zh": "http://127.0.0.1/", "en": "http://127.0.0.1/en/"}
#: The order of two pages in the menu, and another.
MENU = ("      - add.md\n      - summary.md\n", "      - summary.md\n      - add.md\n")
CHANGES = [
    "Makefile",
    "pyproject.toml",
    "requirements/dev.txt",
    "tests/equivalents.toml",
    "docs/idioms.txt",
    "docs/trusted.txt",
    "docs/zh/sequential.md",
    "docs/en/counting.md",
    "docs/glossary.toml",
    "docs/names.txt",
    "docs/aligned.txt",
    "mkdocs.yml",
    "snippets/sequential/from_list.py",
    "snippets/sequential/from_list.now.txt",
    "snippets/mnist/mnist.now.look.svg",
]


class Replay(Runner):
    """Gives the runs that it is given, whatever it is asked."""

    def __init__(self, runs: Runs) -> None:
        self.runs = runs

    def run(
        self,
        requests: Iterable[Request],
        tell: Tell = untold,  # noqa: ARG002 - nothing runs
    ) -> Runs:
        return {request.name: self.runs[request.name] for request in requests if request.name in self.runs}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, runs: Runs) -> Path:
    """Give a copy of the book of which an edition is kept."""
    root = copied(tmp_path_factory.mktemp("published"), KEPT)
    assert press_of(root, runs).edition().problems == []
    return root


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """Give a copy of the book of which an edition is kept, for a test to change."""
    return shutil.copytree(published, tmp_path, dirs_exist_ok=True)


def press_of(root: Path, runs: Runs) -> Press:
    """Give a press that finds what another one kept."""
    return Press(root, Replay(runs), SITES)


@pytest.mark.parametrize("path", CHANGES)
def test_an_edition_is_kept_until_something_under_it_changes(copy: Path, path: str) -> None:
    assert kept(copy, SITES)
    file = copy / path
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert kept(copy, SITES) is None


def test_what_is_kept_is_what_is_made(copy: Path, runs: Runs) -> None:
    assert kept(copy, SITES) == press_of(copy, runs).edition()


def test_one_with_problems_is_not_kept(copy: Path, runs: Runs) -> None:
    file = copy / "docs/zh/sequential.md"
    file.write_text(file.read_text(encoding="utf-8").replace("25,120", "25,121", 1), encoding="utf-8")
    assert press_of(copy, runs).edition().problems
    assert kept(copy, SITES) is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\n{}"])
def test_a_damaged_one_counts_as_none(copy: Path, damage: bytes) -> None:
    (copy / EDITION).write_bytes(damage)
    assert kept(copy, SITES) is None


def test_what_a_press_remembers_is_what_it_would_make_afresh(copy: Path, runs: Runs) -> None:
    """One thing after the other changes, on which all pages stand, or some; the press makes those again."""
    press, name = press_of(copy, runs), ("snippets/add/build.py", "now-tensorflow")
    made, kept_one = press.edition(), (copy / EDITION).read_bytes()
    assert made.problems == []
    originals: dict[Path, str] = {}
    for changes in [
        [
            ("mkdocs.yml", *MENU, "the next page in the menu is summary.md, not add.md"),
            ("docs/glossary.toml", '"fully-connected"', '"parameters"', "“parameters” is not used here"),
            ("docs/names.txt", "Keras 2.1.5 =", "Keras 2.1.6 =", "“2.1.5” stands outside a claim"),
            ("docs/idioms.txt", "zh 百分点 =", "zh 千分点 =", "“百” is written in digits, as a claim: 100"),
        ],
        [("docs/trusted.txt", "claims fit.md = ", "claims fit.md = 1", "docs/zh/fit.md:1: it has ")],
        [("docs/aligned.txt", "fit.md ", "fits.md ", "docs/zh/fit.md:")],
        [("Makefile", "\nlock:", "\nlocks:", "make knows no lock")],
        [("docs/en/counting.md", "[25,450]", "[25,451]", "the page says 25,451")],
        [("docs/zh/mnist-data.md", "{ #download }", "{ #downloads }", "#download leads to no heading")],
        [("snippets/sequential/from_list.now.txt", "25,120", "25,121", "from_list.now.txt:")],
        [("snippets/counting/frozen.py", "import keras\n", "import keras  #\n", "frozen.now.txt:")],
    ]:
        for path, old, new, _ in changes:
            originals[copy / path] = text = (copy / path).read_text(encoding="utf-8")
            assert old in text, f"{path} no longer holds {old!r}: choose another text to change"
            (copy / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        before, made = set(made.problems), press.edition()
        for path, _, _, told in changes:
            assert any(told in problem for problem in set(made.problems) - before), path
    others = {**runs, name: replace(runs[name], stdout="something else\n")}
    press.runner = Replay(others)
    before, made = set(made.problems), press.edition()
    assert set(made.problems) - before
    (copy / EDITION).unlink()
    assert made == press_of(copy, others).edition()
    for file, text in originals.items():
        file.write_text(text, encoding="utf-8")
    press.runner = Replay(runs)
    assert press.edition().problems == []
    assert (copy / EDITION).read_bytes() == kept_one


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/glossary.toml", "docs/idioms.txt", "docs/names.txt"])
def test_all_pages_rest_on_the_settings_and_on_each_list_of_words(judge: Judge, path: str) -> None:
    files = edition.digests(ROOT)
    before, after = grounds_of(judge, files), grounds_of(judge, {**files, path: "another"})
    assert before.keys() == after.keys()
    assert not before.items() & after.items()


def test_only_what_stands_on_a_change_is_made_again(
    copy: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    press_of(copy, runs).edition()
    made: list[str] = []
    leaf = Press.leaf

    def noted(self: Press, judge: Judge, page: Page, grounds: str) -> Leaf:
        made.append(page.name)
        return leaf(self, judge, page, grounds)

    monkeypatch.setattr(Press, "leaf", noted)
    file = copy / "docs/zh/counting.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    press_of(copy, runs).edition()
    assert made == ["docs/zh/counting.md", "docs/en/counting.md"]


def test_a_change_that_is_taken_back_has_nothing_made_again(
    copy: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = press_of(copy, runs)
    before = press.edition()
    page = copy / "docs/zh/counting.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("[25,450]", "[25,451]"), encoding="utf-8")
    assert press.edition() != before
    page.write_text(text, encoding="utf-8")
    monkeypatch.setattr(Press, "leaf", None)
    assert press.edition() == before


@pytest.mark.parametrize("name", ["press/edition.py", "press/diagram.py"])
def test_another_engine_remembers_nothing(
    copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    assert remembered(copy, SITES)
    assert remembered(copy, {**SITES, "en": "http://elsewhere/"}) == {}
    engine = shutil.copytree(ENGINE, tmp_path / "engine")
    (engine / name).write_text("# another\n", encoding="utf-8")
    monkeypatch.setattr(edition, "ENGINE", engine)
    assert remembered(copy, SITES) == {}


def test_a_run_that_is_another_has_its_pages_judged_again(copy: Path, runs: Runs) -> None:
    press, name = press_of(copy, runs), ("snippets/sequential/from_list.py", "now-tensorflow")
    before = press.edition()
    other = replace(runs[name], stdout="something else\n")
    press.runner = Replay({**runs, name: other})
    after = press.edition()
    assert any("from_list" in problem for problem in after.problems)
    changed = {path for path, leaf in after.leaves.items() if leaf != before.leaves[path]}
    assert {"zh/sequential.md", "en/sequential.md"} <= changed
    assert "zh/install.md" not in changed


def test_every_page_is_in_an_edition(copy: Path, runs: Runs) -> None:
    made = press_of(copy, runs).edition()
    assert isinstance(made, Edition)
    assert set(made.leaves) == {f"{language}/{path}" for language, path in Book(copy).pages}
    assert not list(Store(copy / ".cache/runs").folder.glob("*"))


def test_one_that_is_held_against_all_lanes_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    homes, made = held_against(), made_by(SITES)
    assert homes == HOMES
    monkeypatch.setenv("LANES", "all")
    assert held_against() == tuple(lane for lane in LANES.values() if lane in HOMES or lane.ready)
    assert (made_by(SITES) == made) == (held_against() == homes)
