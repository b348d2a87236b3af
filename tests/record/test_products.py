"""A file that a script leaves for the site is recorded, and kept as it was recorded."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from proof.record import records
from proof.record.changes import difference, promote
from proof.record.records import orphans
from proof.run.lanes import NOW
from proof.run.outcome import failure
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet

PATH = "snippets/try/train.py"
SCRIPT = """\
# /// script
# [tool.proof]
# products = ["exact.bin", "network.bin"]
#
# [tool.proof.tolerance]
# "network.bin" = inf
# ///
from pathlib import Path

Path("exact.bin").write_bytes(bytes(range(10)))
Path("network.bin").write_bytes(bytes(range(100)))
print("trained")
"""


@pytest.fixture
def snippet(tmp_path: Path) -> Snippet:
    return written(tmp_path, SCRIPT)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run_of(written(tmp_path_factory.mktemp("book"), SCRIPT))


@pytest.fixture
def file(snippet: Snippet, run: Run) -> Path:
    """The network, once it is recorded."""
    assert promote(snippet, run) == []
    return snippet.root / snippet.product(NOW, "network.bin")


def written(root: Path, script: str) -> Snippet:
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(script, encoding="utf-8")
    return Snippet(root, PATH)


def run_of(snippet: Snippet) -> Run:
    with Runner(Store(snippet.root / "runs")) as runner:
        request = Request(snippet, replace(NOW, preload=(), libraries=()))
        return runner.run([request])[request.name]


def leaving(run: Run, **products: bytes) -> Run:
    encoded = {f"{name}.bin": base64.b64encode(content).decode() for name, content in products.items()}
    return replace(run, products={**run.products, **encoded})


def test_a_product_is_recorded_beside_its_script(file: Path, snippet: Snippet, run: Run) -> None:
    assert file.name == "train.now.network.bin"
    assert file.read_bytes() == bytes(range(100))
    assert "network.bin: 100 bytes\nproduct: sha256 " in records.read(snippet.root, snippet.record(NOW))
    assert difference(snippet, run) is None
    assert promote(snippet, run) is None


def test_trained_again_it_stays_as_it_was_recorded(file: Path, snippet: Snippet, run: Run) -> None:
    again = leaving(run, network=bytes(100))
    assert difference(snippet, again) is None
    assert promote(snippet, again) is None
    assert file.read_bytes() == bytes(range(100))


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("changed", [{"network": bytes(99)}, {"exact": bytes(10)}])
def test_of_another_size_or_without_tolerance_it_is_a_difference(
    snippet: Snippet, run: Run, changed: dict[str, bytes]
) -> None:
    other = leaving(run, **changed)
    assert "the record is not what" in str(difference(snippet, other))
    assert promote(snippet, other)
    assert difference(snippet, other) is None


def test_made_by_another_script_it_is_recorded_anew(file: Path, snippet: Snippet, run: Run) -> None:
    edited = written(snippet.root, SCRIPT + "# longer\n")
    assert promote(edited, leaving(run, network=bytes(100)))
    assert file.read_bytes() == bytes(100)


def test_changed_by_hand_or_missing_it_is_noticed(file: Path, snippet: Snippet, run: Run) -> None:
    for damage in (lambda: file.write_bytes(bytes(100)), file.unlink):
        damage()
        wrong = str(difference(snippet, run))
        assert wrong.startswith(
            "snippets/try/train.now.network.bin:1: the product is missing, or not the one"
        )
        assert promote(snippet, run) == []
        assert difference(snippet, run) is None


def test_one_that_no_record_names_is_an_orphan(file: Path, snippet: Snippet) -> None:
    stray = file.with_name("train.now.other.bin")
    stray.write_bytes(b"1")
    assert orphans(snippet.root) == ["snippets/try/train.now.other.bin"]
    stray.unlink()
    assert not orphans(snippet.root)


def test_one_that_is_not_left_fails_the_run(tmp_path: Path) -> None:
    snippet = written(tmp_path, SCRIPT.replace('Path("exact.bin")', 'Path("other.bin")'))
    assert "it left no exact.bin, but its metadata says that it does" in str(
        failure(snippet, run_of(snippet))
    )


@pytest.mark.parametrize("name", ["../network.bin", "network.txt", ".bin", "a.b.bin"])
def test_its_name_is_that_of_no_other_file(tmp_path: Path, name: str) -> None:
    snippet = written(tmp_path, SCRIPT.replace('["exact.bin"', f'["{name}"'))
    assert f"a product is called like network.bin, not {name!r}" in str(snippet.problem)
