"""The notebooks that the site offers run from top to bottom, unchanged, in a clean kernel."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import BOOK, ROOT, once_more
from proof.book.page.notebook import Notebook
from proof.book.page.page import Page
from proof.book.resolved import resolve
from proof.check.judge import Judge
from proof.common.files import digest, digest_of, write_atomically
from proof.common.text import on_terminal
from proof.press.notebook import APART, RESET, notebook
from proof.press.plan import offered
from proof.record import records
from proof.run import datasets, sections
from proof.run.cells import SOLUTION
from proof.run.host import INHERITED
from proof.run.lanes import NOW
from proof.run.snippets import OUTPUT, Snippet
from tests.press import kernels
from tests.press.kernels import NAME as WARM
from tests.press.kernels import warm

PAGES = [page for page in BOOK.pages.values() if offered(resolve(BOOK, {}, page))]
NAMES = [f"{page.language}/{page.path}" for page in PAGES]
NOTEBOOKS = [page for page in PAGES if isinstance(page, Notebook)]
SITE = "https://example.org/book/"
#: What a kernel does before the first cell, so that Keras finds the data where it cannot be downloaded.
STARTUP = """\
import importlib
for module in ("keras.src.datasets.mnist",):
    importlib.import_module(module).get_file = lambda *_, **__: {file!r}
"""


@dataclass(frozen=True)
class Shown:
    """What a cell shows: what it prints, its value, its exception, and how many pictures."""

    stdout: str
    stderr: str
    out: str
    error: str
    pictures: int


def shown_by(cell: nbformat.NotebookNode, kept: Callable[[Snippet, str], str] = records.normalised) -> Shown:
    """What *cell* shows, on a terminal; *kept* leaves out of a script's output what may differ."""
    streams = {"stdout": "", "stderr": "", "out": ""}
    error, pictures = "", 0
    for output in cell.outputs:
        if output.output_type == "stream":
            streams[output.name] += output.text
        elif output.output_type == "error":
            error = f"{output.ename}: {output.evalue}"
        elif any(kind.startswith("image/") for kind in output.data):
            pictures += 1
        else:  # rich displays the tables of Keras
            part = "out" if output.output_type == "execute_result" else "stdout"
            streams[part] += output.data["text/plain"]
    snippet = script_of(cell)
    for name, text in streams.items():
        plain = on_terminal(text)
        streams[name] = (kept(snippet, plain) if snippet else plain).removesuffix("\n")
    return Shown(streams["stdout"], streams["stderr"], streams["out"], error, pictures)


def script_of(cell: nbformat.NotebookNode) -> Snippet | None:
    return Snippet(BOOK.root, cell.metadata["script"]) if "script" in cell.metadata else None


@pytest.fixture(scope="module")
def made(judge: Judge) -> dict[Page, nbformat.NotebookNode]:
    """The notebook of each page."""
    return {page: nbformat.reads(notebook(judge.resolve(page), SITE), as_version=4) for page in PAGES}


def code(found: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in found.cells if cell.cell_type == "code"]


def test_each_page_that_shows_a_script_of_today_has_a_notebook() -> None:
    shows = set()
    for page in BOOK.pages.values():
        for fence in page.fences:
            if fence.include and fence.include[0].endswith(".py"):
                source = BOOK.source_of(page, fence)
                if source.lane == NOW and not BOOK.beside(source.snippet):
                    shows.add(page)
    assert shows
    assert set(PAGES) == shows


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_a_notebook_is_well_formed(made: dict[Page, nbformat.NotebookNode], page: Page) -> None:
    nbformat.validate(made[page])


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.language == "zh"], ids=lambda page: page.path
)
def test_both_languages_have_the_same_code_and_output(
    made: dict[Page, nbformat.NotebookNode], page: Page
) -> None:
    zh, en = (code(made[BOOK.pages[language, page.path]]) for language in ("zh", "en"))
    assert [(cell.source, cell.metadata) for cell in zh] == [(cell.source, cell.metadata) for cell in en]
    assert list(map(shown_by, zh)) == list(map(shown_by, en))


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page not in NOTEBOOKS],
    ids=lambda page: f"{page.language}/{page.path}",
)
def test_every_script_of_the_page_is_in_its_notebook_whole_with_its_record(
    made: dict[Page, nbformat.NotebookNode], page: Page
) -> None:
    cells = code(made[page])
    text = "\n".join(cell.source for cell in made[page].cells if cell.cell_type == "markdown")
    text = re.sub(r"(?m)^> ?", "", text)
    for fence in page.fences:
        if not fence.include:
            continue
        source = BOOK.source_of(page, fence)
        own = [cell for cell in cells if script_of(cell) == source.snippet]
        shown = BOOK.fence_shown(page, fence).strip("\n")
        if source.is_record and (source.lane != NOW or not own):
            assert shown in text
        elif not own:
            assert shown in text
            assert source.lane != NOW or source.snippet.path in text
        else:
            sources = "\n".join(cell.source.removeprefix(f"{APART}\n") for cell in own)
            script = resolve(BOOK, {}, page).scripts[source.snippet.path]
            written = OUTPUT.sub("", script.text) if source.snippet.example else script.text
            assert sources.split() == written.split()
            outputs = list(map(shown_by, own))
            for part in ("stdout", "stderr", "error"):
                printed = "\n".join(filter(None, (getattr(output, part) for output in outputs)))
                assert printed.strip("\n") == script.record.get(part, "").strip("\n")
            figures = [name for name in script.record if name.endswith("-figure")]
            assert sum(output.pictures for output in outputs) == len(figures)


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: f"{page.language}/{page.path}")
def test_a_page_that_is_a_notebook_has_the_cells_of_its_script_with_their_records(
    made: dict[Page, nbformat.NotebookNode], page: Notebook
) -> None:
    record = records.read(BOOK.root, page.snippet.record(NOW))
    recorded = {name: sections.body(record, name).rstrip("\n") for name in sections.names(record)}
    cells = [cell for cell in code(made[page]) if "cell" in cell.metadata]
    assert [cell.execution_count for cell in cells] == [*range(1, len(cells) + 1)]
    for cell, written in zip(cells, page.snippet.code, strict=True):
        assert cell.id == cell.metadata["cell"] == written.name
        assert f"{cell.source}\n" == written.code
        assert ("jupyter" in cell.metadata) == (SOLUTION in written.tags)
        shown = shown_by(cell)
        for part, text in (("", shown.stdout), ("-stderr", shown.stderr), ("-out", shown.out)):
            assert text == recorded.pop(f"{written.name}{part}", "")
        assert shown.error == recorded.pop(f"{written.name}-error", "")
        assert shown.pictures == (recorded.pop(f"{written.name}-figure", "") != "")
    assert recorded == {}


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: f"{page.language}/{page.path}")
def test_before_each_solution_there_is_a_place_for_the_reader(
    made: dict[Page, nbformat.NotebookNode], page: Notebook
) -> None:
    cells = code(made[page])
    for before, cell in pairwise(cells):
        assert (SOLUTION in cell.metadata.get("tags", [])) == (before.source == "")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_the_text_of_a_notebook_is_plain_markdown(
    made: dict[Page, nbformat.NotebookNode], page: Page
) -> None:
    cells = [cell for cell in made[page].cells if cell.cell_type == "markdown"]
    text = "\n".join(cell.source for cell in cells)
    for left_over in ("--8<--", "{ #", "\n///", "](#", "<div", "\0", '()")'):
        assert left_over not in text
    assert not re.search(r"\]\((?!https?://)[^)]*\.md\)", text)
    assert f"({SITE}" in text
    pictures = [name for cell in cells for name in cell.get("attachments", {})]
    assert len(pictures) == len(set(pictures)) >= len(page.pictures)
    assert pictures == re.findall(r"\]\(attachment:([^)]+)\)", text)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Have clean kernels at hand; give the variables under which they run."""
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    fixed = {name: value for name, value in NOW.environment.items() if name != "MPLBACKEND"}
    variables = {**inherited, **fixed, "KERAS_HOME": str(tmp_path_factory.mktemp("keras"))}
    with warm(variables):
        yield variables


def run_in_a_clean_kernel(
    found: nbformat.NotebookNode, folder: Path, environment: dict[str, str]
) -> nbformat.NotebookNode:
    """A copy of the notebook, run; what its scripts need of data lies beside it."""
    startup = folder / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    for name in {name for cell in code(found) if (script := script_of(cell)) for name in script.data}:
        data = datasets.find(name)
        (startup / "data.py").write_text(STARTUP.format(file=str(data.file)), encoding="utf-8")
        (folder / data.file.name).symlink_to(data.file)
    copy: nbformat.NotebookNode = nbformat.from_dict(found)
    client = NotebookClient(
        copy, timeout=900, kernel_name=WARM, resources={"metadata": {"path": str(folder)}}
    )
    client.execute(env={**environment, "IPYTHONDIR": str(folder / "ipython")})
    return copy


def kept_or_run(
    found: nbformat.NotebookNode, folder: Path, request: pytest.FixtureRequest
) -> nbformat.NotebookNode:
    """The notebook, run; kept, as runs are, until anything that decides the run is another."""
    scripts = [script_of(cell) for cell in code(found)]
    data = {name: datasets.find(name).identity for script in scripts if script for name in script.data}
    lane = [NOW.installed, dict(NOW.environment), digest_of(Path(kernels.__file__))]
    decides = digest(json.dumps([nbformat.writes(found), lane, data], sort_keys=True))
    file = ROOT / ".cache" / "notebooks" / f"{decides}.ipynb"
    if not file.exists():
        ran = run_in_a_clean_kernel(found, folder, request.getfixturevalue("environment"))
        write_atomically(file, nbformat.writes(ran))
    kept: nbformat.NotebookNode = nbformat.reads(file.read_text("utf-8"), as_version=4)
    return kept


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.language == "zh"], ids=lambda page: page.path
)
def test_the_notebook_runs_and_prints_what_is_recorded(
    made: dict[Page, nbformat.NotebookNode], request: pytest.FixtureRequest, tmp_path: Path, page: Page
) -> None:
    scripts = {script for cell in code(made[page]) if (script := script_of(cell))}
    if long := sorted(script.path for script in scripts if not once_more(script)):
        pytest.skip(f"{', '.join(long)} takes long; `make test-all` runs this notebook")
    after = kept_or_run(made[page], tmp_path, request)
    cells = list(zip(code(made[page]), code(after), strict=True))
    data = {name for script in scripts for name in script.data}
    if any(datasets.find(name).stand_in for name in data):
        pytest.skip(f"the notebook ran on a stand-in for {', '.join(data)}; its output is not compared")
    for before, now in cells:
        assert now.source == before.source
        assert shown_by(now, records.repeatable) == shown_by(before, records.repeatable), before.source


def test_keras_is_reset_before_each_further_script(made: dict[Page, nbformat.NotebookNode]) -> None:
    assert any(cell.source == RESET for found in made.values() for cell in code(found))
