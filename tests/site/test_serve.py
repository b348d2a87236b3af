"""The site as it is served to writers: after any change it is the site that would be built afresh."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from proof.book.book import Book
from proof.common.complaint import MachineError, UsageError
from proof.run.lanes import HOMES, NOW
from proof.run.runner import Runner
from proof.site import serve
from proof.site.workshop import Workshop, workshop
from tests.commands.shelf import Shelf, set_up

ADDRESS = "http://127.0.0.1:8000/"
KEPT = ("index", "sequential", "counting")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small book of this book's first pages."""
    root = tmp_path_factory.mktemp("book")
    for name in ("theme", "docs", "snippets"):
        shutil.copytree(ROOT / name, root / name)
    for page in [*root.glob("docs/zh/*.md"), *root.glob("docs/en/*.md")]:
        if page.stem not in KEPT:
            page.unlink()
    for chapter in (root / "snippets").iterdir():
        if chapter.is_dir() and chapter.name not in ("home", *KEPT):
            shutil.rmtree(chapter)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, root / name)
    set_up(root)
    (root / ".cache").mkdir()
    (root / ".cache/runs").symlink_to(ROOT / ".cache/runs")
    return root


@pytest.fixture(scope="module")
def preview(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[serve.Preview]:
    """Give the site of the small book as it is served."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workshop, "__dict__", vars(Workshop()))
        preview = serve.Preview(book, tmp_path_factory.mktemp("served"), ADDRESS)
        preview.build()
        yield preview


def test_the_processes_that_a_change_may_need_are_kept_warm(
    preview: serve.Preview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = set()
    monkeypatch.setattr(Runner, "warm", lambda _, lane, fresh: asked.add((lane.name, fresh)))
    preview.warm()
    assert asked == {(lane.name, False) for lane in HOMES if lane.ready}
    asked.clear()
    monkeypatch.setattr(workshop.press, "book", Book(Shelf(tmp_path, 1).root))
    preview.warm()
    assert asked == {(NOW.name, True)}


def built(folder: Path) -> dict[str, object]:
    """The files of a site; of the index of its search, the entries without their order."""
    found: dict[str, object] = {}
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.name == "search_index.json":
            entries = json.loads(file.read_text(encoding="utf-8"))["docs"]
            found[name] = sorted(entries, key=lambda entry: str(entry["location"]))
        elif file.is_file() and file.suffix != ".gz":
            found[name] = file.read_bytes()
    return found


def afresh(preview: serve.Preview, folder: Path) -> dict[str, object]:
    """The site as it would be if it were built now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workshop, "__dict__", vars(Workshop()))
        serve.Preview(preview.root, folder, ADDRESS).build()
    return built(folder)


CHANGES = {
    "a paragraph": ("docs/zh/sequential.md", "读完这一页", "读罢这一页", "sequential/index.html"),
    "a heading": ("docs/en/counting.md", "## The formula", "## The one formula", "en/counting/index.html"),
    "what a snippet prints": ("snippets/sequential/from_list.py", "784", "785", "en/sequential/index.html"),
    "a title": ("docs/en/counting.md", "title: ", "title: On ", "en/index.html"),
    "a style": ("docs/assets/proof.css", "--proof: #a63a24", "--proof: #a63a25", "assets/proof.css"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_it_is_what_would_be_built_afresh(
    preview: serve.Preview, tmp_path: Path, change: str
) -> None:
    name, old, new, shown = CHANGES[change]
    file = preview.root / name
    text = file.read_text(encoding="utf-8")
    before = (preview.folder / shown).read_bytes()
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    preview.build()
    assert (preview.folder / shown).read_bytes() != before
    assert built(preview.folder) == afresh(preview, tmp_path / "after")
    file.write_text(text, encoding="utf-8")
    preview.build()
    assert (preview.folder / shown).read_bytes() == before


def test_only_what_has_changed_is_built_again(preview: serve.Preview) -> None:
    times = {file: file.stat().st_mtime_ns for file in preview.folder.rglob("*.html")}
    file = preview.root / "docs/zh/counting.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("读完这一页", "读罢这一页", 1), encoding="utf-8")
    preview.build()
    changed = [file for file, time in times.items() if file.stat().st_mtime_ns != time]
    assert changed == [preview.folder / "counting/index.html"]
    file.write_text(text, encoding="utf-8")


def test_a_page_that_comes_or_goes_has_everything_built(preview: serve.Preview, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        text = (preview.root / f"docs/{language}/counting.md").read_text(encoding="utf-8")
        (preview.root / f"docs/{language}/again.md").write_text(text, encoding="utf-8")
    preview.build()
    assert built(preview.folder) == afresh(preview, tmp_path)
    assert (preview.folder / "again/index.html").is_file()
    for language in ("zh", "en"):
        (preview.root / f"docs/{language}/again.md").unlink()
    preview.build()
    assert not (preview.folder / "again/index.html").exists()


def test_a_port_that_is_taken_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "proof.site.serve", address]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.strip() == f"{address}: Address already in use; choose another: `make serve ADDRESS=…`"


@pytest.mark.parametrize(
    "address",
    [
        *("8001", "127.0.0.1", ":8000", "127.0.0.1:", "127.0.0.1:abc", ":abc", "127.0.0.1:99999"),
        *("127.0.0.1:0", "127.0.0.1:-1", "http://127.0.0.1:8000", "127.0.0.1:8000/", "::1:8000", "[::1]"),
        *("[::1:8000", "a b:8000", "me@host:8000", "127.0.0.1:８０００", "", "localhost:8000:1", "-:80"),
    ],
)
def test_what_is_no_address_is_said_and_another_is_given_that_is_one(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        serve.taken_apart(address)
    told = str(refused.value)
    assert told.startswith(f"{address} is not HOST:PORT, such as 127.0.0.1:")
    assert serve.taken_apart(told.partition("ADDRESS=")[2].strip("`"))[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("127.0.0.1:8001", ("127.0.0.1", 8001)),
        ("localhost:65535", ("localhost", 65535)),
        ("[::1]:8000", ("::1", 8000)),
        ("0.0.0.0:1", ("0.0.0.0", 1)),
        ("my-host.example:8000", ("my-host.example", 8000)),
    ],
)
def test_an_address_is_taken_apart_and_put_together(address: str, parts: tuple[str, int]) -> None:
    assert serve.taken_apart(address) == parts
    assert serve.spelled(*parts) == address


def test_a_host_that_is_not_found_is_said_in_the_words_of_whoever_looked() -> None:
    with pytest.raises(MachineError) as refused:
        serve.see_that_it_is_free("nohost.invalid", 8000, "make serve ADDRESS=…")
    assert re.match(
        r"nohost.invalid:8000: (?!Unknown error)\w[^;]+; choose another: `make serve", str(refused.value)
    )
    with pytest.raises(MachineError, match="no name of a host"):
        serve.see_that_it_is_free("a" * 70, 8000, "…")
