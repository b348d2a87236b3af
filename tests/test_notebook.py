"""The notebooks that the site offers run from top to bottom, unchanged, in a clean kernel."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import BOOK
from proof import datasets, sections
from proof.notebook import notebook, script_of
from proof.pages import Page
from proof.snippets import Snippet

PAGES = [page for page in BOOK.pages.values() if script_of(page)]
SITE = "https://example.org/book/"
#: What a kernel does before the first cell, so that Keras finds the data where it cannot be downloaded.
STARTUP = """\
import importlib
for module in ("keras.src.datasets.mnist",):
    importlib.import_module(module).get_file = lambda *_, **__: {file!r}
"""


def made(page: Page) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = nbformat.reads(notebook(BOOK, page, SITE), as_version=4)
    return found


def code(page: Page) -> list[str]:
    return [cell.source for cell in made(page).cells if cell.cell_type == "code"]


def test_there_is_a_notebook_in_each_language_over_the_same_code() -> None:
    by_path: dict[str, list[Page]] = {}
    for page in PAGES:
        by_path.setdefault(page.path, []).append(page)
    assert by_path
    for zh, en in by_path.values():
        assert code(zh) == code(en)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_cells_are_the_whole_script(page: Page) -> None:
    script = Snippet(BOOK.root, str(script_of(page)))
    assert "\n".join(code(page)).split() == script.shown().split()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_text_of_a_notebook_is_plain_markdown(page: Page) -> None:
    text = "\n".join(cell.source for cell in made(page).cells if cell.cell_type == "markdown")
    for left_over in ("--8<--", "{ #", "\n///", "](#", ".md)", 'count_params()")'):
        assert left_over not in text
    assert f"({SITE}" in text


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.language == "zh"], ids=lambda page: page.path
)
def test_the_notebook_runs_and_prints_what_is_recorded(page: Page, tmp_path: Path) -> None:
    found = made(page)
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    data = datasets.find("mnist")
    (startup / "data.py").write_text(STARTUP.format(file=str(data.file)), encoding="utf-8")
    clean = {"IPYTHONDIR": str(tmp_path / "ipython"), "KERAS_HOME": str(tmp_path / "keras")}
    environment = {**os.environ, **clean, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    recorded = {cell.id: printed(cell) for cell in found.cells}
    assert any(recorded.values())
    client = NotebookClient(
        found, timeout=900, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute(env=environment)
    if data.stand_in:
        pytest.skip("the notebook ran, on a stand-in: mnist could not be had, so its output is not compared")
    compared = 0
    for cell in found.cells:
        if recorded[cell.id] and not re.search("[│┃]", recorded[cell.id]):
            compared += 1
            assert printed(cell) == recorded[cell.id], cell.source
    assert compared > 3


def printed(cell: nbformat.NotebookNode) -> str:
    return "".join(output.text for output in cell.get("outputs", []) if output.output_type == "stream")


def test_the_sections_of_the_script_do_not_overlap() -> None:
    for page in PAGES:
        script = Snippet(BOOK.root, str(script_of(page)))
        spans = sorted(sections.lines(script.source).values())
        assert all(before[1] < after[0] for before, after in pairwise(spans))
