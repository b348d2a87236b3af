"""Collects the pages: each fence and each claim is one test item, named by file and line."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.sybil import SybilCollection

from proof.book.book import Book, Runs
from proof.book.page.page import LANGUAGES, Page
from proof.check.judge import Judge
from proof.doubt.tally import in_words, verified
from proof.run.lanes import HOMES, LANES, named
from proof.run.runner import Runner
from proof.run.runs import Store
from proof.run.snippets import NOTEBOOKS, Snippet
from tests.commands.examples import SHORT, beside_pages

ROOT = Path(__file__).parent
BOOK = Book(ROOT)
#: What the tests have to tell at their end.
FIGURES: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice of lanes."""
    parser.addoption("--lane", action="append", help="run in this lane; `all`: in every one")


def pytest_configure(config: pytest.Config) -> None:
    """Hold the book against the lanes that are asked for."""
    names = config.getoption("--lane")
    lanes = named(LANES if "all" in names else names) if names else HOMES
    BOOK.hold_against(lanes)


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """Give a runner whose warm process all tests share."""
    with Runner(Store(ROOT / ".cache" / "runs")) as runner:
        yield runner


class Apart(Runner):
    """Keeps runs of its own in a folder, and has the warm processes of another runner make them."""

    def __init__(self, folder: Path, other: Runner) -> None:
        super().__init__(Store(folder), other.workers)
        self.hosts = other.hosts

    def close(self) -> None:
        """End nothing, for the other runner needs it still."""


@pytest.fixture(scope="session")
def runs(runner: Runner) -> Runs:
    """Give a run of every snippet of the book."""
    return runner.run(BOOK.requests())


@pytest.fixture(scope="session")
def judge(runs: Runs) -> Judge:
    """Give what judges the book in the light of these runs."""
    return Judge(BOOK, runs)


def once_more(snippet: Snippet) -> bool:
    """Whether the tests run *snippet* elsewhere, too: what takes long, only where every lane is asked for."""
    return not snippet.long or BOOK.lanes.keys() == LANES.keys()


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site of the book at *root* into *site*, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, runs: Runs) -> Path:
    """Give the folder of the built site, which all processes of these tests share."""
    assert runs
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, whole = shared / "site", shared / "site is whole"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            built = build(ROOT, folder)
            assert built.returncode == 0, built.stderr
            assert "WARNING" not in built.stderr
            whole.touch()
    return folder


def parse_page(document: Document) -> Iterable[Region]:
    """Find the fences and claims of a page; one that cannot be read is one item that says so."""
    language, path = Path(document.path).relative_to(ROOT / "docs").as_posix().split("/", 1)
    yield from regions(BOOK.pages[language, path])


def parse_notebook(document: Document) -> Iterable[Region]:
    """Find the same in a notebook: its cells, and the rest in both of its languages."""
    for language in LANGUAGES:
        yield from regions(BOOK.pages[language, f"{Path(document.path).stem}.ipynb"])


def regions(page: Page) -> Iterable[Region]:
    """A region of the file for each item of *page*; none for a cell that the other language has, too."""
    if page.problem:
        return [Region(0, 0, page.problem, lambda example: str(example.parsed))]
    items = [item for item in page.contents.all if not page.shares(item)]
    places = [page.in_file(item.start, item.start + 1) for item in items]
    return [Region(*place, (page, item), examine) for place, item in zip(places, items, strict=True)]


def examine(example: Example) -> str | None:
    """Say what is wrong with a fence or a claim."""
    page, item = example.parsed
    judge: Judge = example.namespace["judge"]
    part = judge.resolve(page).of(item)
    if part.source and not BOOK.judged(part.source.snippet, part.source.lane):
        pytest.skip(f"lane {part.source.lane.name} is not installed or was not asked for")
    if part.stand_ins:
        pytest.skip(f"not verified: {part.stand_ins} could not be had")
    return judge.verdicts_on(page)[id(item)].problem


PAGES = Sybil(
    parsers=[parse_page], patterns=["docs/*.md", "docs/**/*.md"], fixtures=["judge"], path=str(ROOT)
)
CELLS = Sybil(
    parsers=[parse_notebook],
    patterns=[f"{NOTEBOOKS}/*.py"],
    fixtures=["judge"],
    document_types={".py": Document},
    path=str(ROOT),
)
pytest_collect_file = SybilCollection([PAGES, CELLS, SHORT]).pytest()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand over what the tests of this process have to tell, where another prints it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = FIGURES


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what the tests of another process have to tell."""
    FIGURES.extend(getattr(node, "workeroutput", {}).get("figures", []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much there was to check."""
    for line in [in_words(BOOK), verified(BOOK, beside_pages()), *FIGURES]:
        terminalreporter.write_line(line)
