"""Collects the pages: each fence and each claim is one test item, named by file and line."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sybil import Document, Example, Region, Sybil

from proof.book import Book, Runs
from proof.judge import Judge
from proof.lanes import HOMES, LANES, named
from proof.pages import Page, PageError
from proof.runner import Runner
from proof.runs import Store
from proof.tally import in_words
from tests import shards
from tests.shards import Stopwatch

ROOT = Path(__file__).parent
BOOK = Book(ROOT)
#: What the tests have to tell at their end.
FIGURES: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice of lanes."""
    parser.addoption("--lane", action="append", help="run in this lane; `all`: in every one")
    shards.pytest_addoption(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Hold the book against the lanes that are asked for."""
    names = config.getoption("--lane")
    lanes = named(LANES if "all" in names else names) if names else HOMES
    BOOK.hold_against(lanes)
    if config.getoption("--record-durations"):
        config.pluginmanager.register(Stopwatch(BOOK), "stopwatch")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the part of the tests that is asked for."""
    shards.keep_shard(config, items, BOOK)


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """Give a runner whose warm process all tests share."""
    with Runner(Store(ROOT / ".cache" / "runs")) as runner:
        yield runner


@pytest.fixture(scope="session")
def runs(runner: Runner, request: pytest.FixtureRequest) -> Iterator[Runs]:
    """Give a run of every snippet of the book, or of those that this part of the tests needs."""
    needed = shards.snippets_needed(request.session.items, BOOK)
    wanted = [asked for asked in BOOK.requests() if needed is None or asked.snippet.path in needed]
    found = runner.run(wanted)
    yield found
    stopwatch = request.config.pluginmanager.get_plugin("stopwatch")
    if stopwatch:
        stopwatch.write(found)


@pytest.fixture(scope="session")
def judge(runs: Runs) -> Judge:
    """Give what judges the book in the light of these runs."""
    return Judge(BOOK, runs)


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site of the book at *root* into *site*, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, runs: Runs) -> Path:
    """Give the folder of the built site."""
    assert runs
    folder = tmp_path_factory.mktemp("site")
    built = build(ROOT, folder)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return folder


def parse_page(document: Document) -> Iterable[Region]:
    """Find the fences and claims of a page; one that cannot be read is one item that says so."""
    path = Path(document.path).relative_to(ROOT / "docs")
    page = Page(ROOT, path.parts[0], Path(*path.parts[1:]).as_posix())
    try:
        fences = [Region(f.start, f.end, ("fence_problem", page, f), examine) for f in page.fences]
        claims = [Region(c.start, c.end, ("claim_problem", page, c), examine) for c in page.proofs]
        figures = [Region(f.start, f.end, ("figure_problem", page, f), examine) for f in page.figures]
    except PageError as error:
        return [Region(0, 0, str(error), lambda example: str(example.parsed))]
    return fences + claims + figures


def examine(example: Example) -> str | None:
    """Say what is wrong with a fence or a claim."""
    problem, page, item = example.parsed
    judge = example.namespace["judge"]
    with contextlib.suppress(PageError):
        source = BOOK.origin(page, item)
        if not BOOK.judged(source.snippet, source.lane):
            pytest.skip(f"lane {source.lane.name} is not installed or was not asked for")
        missing = judge.missing_data(page, item)
        if missing:
            pytest.skip(f"not verified: {missing} could not be had")
    found: str | None = getattr(judge, problem)(page, item)
    return found


pytest_collect_file = Sybil(
    parsers=[parse_page], patterns=["docs/*.md", "docs/**/*.md"], fixtures=["judge"], path=str(ROOT)
).pytest()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much there was to check."""
    for line in [in_words(BOOK), *FIGURES]:
        terminalreporter.write_line(line)
