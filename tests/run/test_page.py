"""The lane of the page has what a page has, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from proof.book import Book
from proof.common.files import digest_of
from proof.run import settings
from proof.run.lanes import IN_PAGE, NOW, STANDINS, named
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    """Give a runner with one process of the lane."""
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=1) as runner:
        yield runner


def ran(runner: Runner, root: Path, source: str) -> Run:
    path = root / "snippets/try/it.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    snippet = Snippet(root, "snippets/try/it.py")
    return runner.run([Request(snippet, IN_PAGE)])[snippet.path, IN_PAGE.name]


def test_keras_runs_on_numpy_with_what_stands_in(warm: Runner, tmp_path: Path) -> None:
    source = """
import jax, keras, optree, scipy
print(keras.backend.backend(), jax.__version__, optree.__version__, scipy.__version__)
print(keras.Sequential([keras.Input((784,)), keras.layers.Dense(32)]).count_params())
"""
    run = ran(warm, tmp_path, source)
    assert (run.stdout, run.stderr) == ("numpy 0 0 0\n25120\n", "")


@pytest.mark.parametrize("name", ["tensorflow", "torch", "matplotlib", "sklearn", "h5py", "pip", "jaxlib"])
def test_what_a_page_does_not_have_is_not_there(warm: Runner, tmp_path: Path, name: str) -> None:
    source = f"import importlib.util\nprint(importlib.util.find_spec({name!r}))\nimport {name}\n"
    run = ran(warm, tmp_path, source)
    assert run.stdout == "None\n"
    assert run.error
    assert run.error["message"] == f"No module named {name!r}"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import subprocess\nsubprocess.run(['true'])", "does not support processes"),
        ("import threading\nthreading.Thread(target=print).start()", "can't start new thread"),
        ("import importlib.metadata\nimportlib.metadata.version('h5py')", "No package metadata"),
        ("import keras\nkeras.Sequential([keras.layers.Dense(1)]).fit([[1.0]], [[1.0]])", "fit not implem"),
    ],
)
def test_what_a_page_cannot_do_fails(warm: Runner, tmp_path: Path, source: str, message: str) -> None:
    run = ran(warm, tmp_path, source)
    assert run.error
    assert message in "".join(run.error.values()), run.error


def test_the_lines_of_packages_are_in_no_warning(warm: Runner, tmp_path: Path) -> None:
    run = ran(warm, tmp_path, "import keras\nkeras.layers.Dense(1, input_shape=(2,))\nprint(1)\n")
    assert "UserWarning: Do not pass an `input_shape`" in run.stderr
    assert "super().__init__" not in run.stderr


def test_the_lane_is_here_but_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / "snippets/try/it.py").write_text("print(1)\n", encoding="utf-8")
    snippet = Snippet(tmp_path, "snippets/try/it.py")
    assert IN_PAGE in named(["now"])
    assert IN_PAGE.ready
    assert IN_PAGE not in snippet.lanes
    with pytest.raises(settings.SettingError, match="no lane is left"):
        settings.read('[tool.proof]\nlanes = ["now-numpy"]\n')
    with pytest.raises(settings.SettingError, match="there is no lane 'now-numpy' that has a record"):
        settings.read('[tool.proof.differs]\nnow-numpy = "it stands in"\n')


@pytest.mark.parametrize(
    ("settings_of", "wanted"),
    [
        ("", True),
        ("trains = true", False),
        ("fresh = true", False),
        ('data = ["mnist"]', False),
        ('lanes = ["then"]', False),
        ('lanes = ["now-jax"]', False),
    ],
)
def test_it_runs_what_a_page_might_beside_the_home_lane(
    tmp_path: Path, settings_of: str, wanted: bool
) -> None:
    head = f"# /// script\n# [tool.proof]\n# {settings_of}\n# ///\n" if settings_of else ""
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / "snippets/try/it.py").write_text(f"{head}print(1)\n", encoding="utf-8")

    def lanes(book: Book, only: list[Snippet] | None = None) -> set[str]:
        return {request.lane.name for request in book.requests(only)} & {IN_PAGE.name}

    home, asked = Book(tmp_path, [NOW]), Book(tmp_path, [IN_PAGE])
    expected = {IN_PAGE.name} if wanted else set()
    assert lanes(home) == lanes(asked) == lanes(asked, asked.snippets) == expected
    assert lanes(home, home.snippets) == set()


def test_a_stand_in_that_changes_makes_the_lane_another() -> None:
    assert {digest_of(file) for file in STANDINS.rglob("*.py")} <= {*IN_PAGE.installed}
