"""What a script shows is kept as a picture, and compared by what it plots."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proof.record import records
from proof.record.changes import damaged_files, difference, promote
from proof.record.pieces import alike
from proof.record.records import orphans
from proof.run import sections
from proof.run.lanes import NOW
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet

PATH = "snippets/try/plot.py"
SCRIPT = """\
# /// script
# [tool.proof]
# tolerance = {curve = 0.1}
# ///
import matplotlib.pyplot as plt

# --8<-- [start:before]
print("before")
# --8<-- [end:before]
# --8<-- [start:curve]
fig, ax = plt.subplots()
ax.plot([1, 2, 3], [0.5, 0.25, 0.125], label="loss")
ax.set(title="Loss", xlabel="epoch")
plt.show()
print("after", len(plt.get_fignums()))
# --8<-- [end:curve]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("book")


@pytest.fixture(scope="module")
def snippet(root: Path) -> Snippet:
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_text(SCRIPT, encoding="utf-8")
    return Snippet(root, PATH)


@pytest.fixture(scope="module")
def run(root: Path, snippet: Snippet) -> Run:
    with Runner(Store(root / "runs")) as runner:
        request = Request(snippet, replace(NOW, preload=(), libraries=()))
        return runner.run([request])[request.name]


@pytest.fixture
def promoted(snippet: Snippet, run: Run) -> str:
    promote(snippet, run)
    return snippet.picture(NOW, "curve")


def plotting(run: Run, numbers: str) -> Run:
    figure = run.figures["curve"]
    data = figure["data"].replace("0.5 0.25 0.125", numbers)
    return replace(run, figures={"curve": {"svg": figure["svg"] + "\n", "data": data}})


def test_a_figure_is_called_after_the_section_that_showed_it(run: Run) -> None:
    assert run.figures["curve"]["data"] == (
        'axes title "Loss", x "epoch"\n  line "loss": 3, 0.5 0.25 0.125\n'
    )


def test_the_picture_takes_its_colours_from_the_page(run: Run) -> None:
    svg = run.figures["curve"]["svg"]
    assert svg.startswith("<svg ")
    assert "currentColor" in svg
    assert "#000000" not in svg
    assert " style=" not in svg
    assert "\n" not in svg.strip()


def test_what_a_section_printed_is_a_section_of_the_record(snippet: Snippet, run: Run) -> None:
    record = records.render(snippet, run)
    assert sections.body(record, "before") == "before\n"
    assert sections.body(record, "curve") == "after 0\n"
    assert sections.body(record, "stdout") == "before\nafter 0\n"


@pytest.mark.usefixtures("promoted")
def test_numbers_within_the_tolerance_leave_record_and_picture_alone(snippet: Snippet, run: Run) -> None:
    moved = plotting(run, "0.55 0.2 0.125")
    assert difference(snippet, moved) is None
    assert promote(snippet, moved) is None


@pytest.mark.usefixtures("promoted")
@pytest.mark.parametrize("numbers", ["0.65 0.25 0.125", "0.5 0.25", "0.5 0.25 0.125 0.1"])
def test_another_plot_is_a_difference(snippet: Snippet, run: Run, numbers: str) -> None:
    found = difference(snippet, plotting(run, numbers))
    assert found is not None
    assert "0.5 0.25 0.125" in found


def test_a_picture_that_was_changed_by_hand_is_a_difference(
    snippet: Snippet, run: Run, promoted: str, root: Path
) -> None:
    file = root / promoted
    file.write_text(file.read_text(encoding="utf-8").replace("Loss", "Gain"), encoding="utf-8")
    assert str(difference(snippet, run)).startswith(f"{promoted}:1: the picture is missing, or not the one")
    assert promote(snippet, run) == []
    assert difference(snippet, run) is None


def test_a_picture_that_is_missing_is_drawn_again(
    snippet: Snippet, run: Run, promoted: str, root: Path
) -> None:
    (root / promoted).unlink()
    assert difference(snippet, run) is not None
    promote(snippet, run)
    record = records.read(root, snippet.record(NOW))
    assert not list(damaged_files(snippet, run, record))


@pytest.mark.usefixtures("promoted")
def test_a_picture_that_no_record_names_is_an_orphan(root: Path) -> None:
    stray = root / "snippets/try/plot.now.other.svg"
    stray.write_text("<svg/>", encoding="utf-8")
    assert orphans(root) == ["snippets/try/plot.now.other.svg"]
    stray.unlink()
    assert not orphans(root)


def test_infinite_tolerance_still_compares_the_words() -> None:
    assert alike('axes title "7 → 2"', 'axes title "3 → 5"', float("inf"))
    assert not alike('axes title "7 → 2"', 'axes title "7 is 2"', float("inf"))
