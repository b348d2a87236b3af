"""Data sets are handed over to Keras; what stands in for one proves nothing about the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from conftest import BOOK, Apart, once_more
from proof.book.book import Book
from proof.check import gaps
from proof.check.judge import Judge
from proof.run import datasets
from proof.run.lanes import NOW
from proof.run.outcome import failure
from proof.run.runner import Runner

SCRIPT = """\
# /// script
# [tool.proof]
# data = ["mnist"]
# ///
from keras.datasets import mnist

(x_train, _), (x_test, _) = mnist.load_data()
print(x_train.shape, x_test.shape)
"""
PAGE = """\
# Data { #data }

``` { .python #load }
--8<-- "snippets/data/load.py"
```

``` { .text }
--8<-- "snippets/data/load.now.txt:stdout"
```

[7](#load "len(x_train)") images.
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    for path in ("snippets/data/load.py", "docs/zh/data.md", "docs/en/data.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(SCRIPT if path.endswith(".py") else PAGE, encoding="utf-8")
    return Book(tmp_path, [NOW])


@pytest.fixture
def forgotten() -> Iterator[None]:
    datasets.find.cache_clear()
    yield
    datasets.find.cache_clear()


@pytest.fixture
def named(tmp_path: Path, forgotten: None, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 - in this order
    images, labels = np.zeros((7, 28, 28), "uint8"), np.zeros(7, "uint8")
    file = tmp_path / "copy.npz"
    np.savez(file, x_train=images, y_train=labels, x_test=images[:2], y_test=labels[:2])
    monkeypatch.setenv("MNIST", str(file))
    return file


@pytest.fixture
def nowhere(forgotten: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: ARG001 - in this order
    monkeypatch.delenv("MNIST", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "empty"))
    monkeypatch.setattr(datasets, "ROOT", tmp_path / "project" / "checkout")
    for proxy in ("https_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")


@pytest.mark.usefixtures("named")
def test_the_file_that_is_named_is_what_keras_loads(book: Book, tmp_path: Path, runner: Runner) -> None:
    run = Apart(tmp_path / "runs", runner).run(book.requests())["snippets/data/load.py", NOW.name]
    assert run.stdout == "(7, 28, 28) (2, 28, 28)\n"
    assert not run.stand_ins


def test_another_file_is_another_run(book: Book, named: Path) -> None:
    first = book.requests()[0].key
    images = np.zeros((8, 28, 28), "uint8")
    np.savez(named, x_train=images, y_train=images, x_test=images, y_test=images)
    assert book.requests()[0].key != first


def test_a_named_file_that_is_not_there_is_an_error(named: Path) -> None:
    named.unlink()
    with pytest.raises(FileNotFoundError, match="MNIST names it"):
        datasets.find("mnist")


@pytest.mark.usefixtures("nowhere")
def test_without_the_data_the_code_runs_and_nothing_is_judged(
    book: Book, tmp_path: Path, runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = Apart(tmp_path / "runs", runner).run(book.requests())
    assert runs["snippets/data/load.py", NOW.name].stdout == "(3000, 28, 28) (594, 28, 28)\n"
    assert "mnist cannot be downloaded" in capsys.readouterr().err
    judge = Judge(book, runs)
    unverified = "\n".join(gaps.unverified(judge))
    assert "snippets/data/load.now.txt:1: not verified in lane now-tensorflow" in unverified
    assert "docs/zh/data.md:11: not verified for want of mnist: “7”" in unverified
    assert "docs/en/data.md:11: not verified for want of mnist: “7”" in unverified
    assert not [problem for problem in judge.problems() if "“7”" in problem]


@pytest.mark.usefixtures("nowhere")
def test_each_script_of_this_book_runs_on_the_stand_in(tmp_path: Path, runner: Runner) -> None:
    asked = [request for request in BOOK.requests() if request.snippet.data and once_more(request.snippet)]
    assert asked
    runs = Apart(tmp_path / "runs", runner).run(asked)
    failed = [failure(request.snippet, runs[request.snippet.path, request.lane.name]) for request in asked]
    assert [message for message in failed if message] == []


def test_where_nobody_is_at_home_a_stand_in_is_used(
    nowhere: None,  # noqa: ARG001 - in this order
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert datasets.download("mnist") is None
    assert datasets.find("mnist").stand_in
    told = capsys.readouterr().err
    assert "MNIST=/path/to/mnist.npz names a copy" in told
