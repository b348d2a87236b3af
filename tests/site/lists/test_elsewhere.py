"""A number in the words of a link to another site is looked for there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from conftest import BOOK
from proof.site.lists import elsewhere


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[str]:
    """Give the address of another site, whose page `there.html` states some numbers."""
    (tmp_path / "there.html").write_text("<p title='Keras 2.1.5'>60,000 of 2018</p><p>v1.20.3 &#x31;2</p>")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def book_at(root: Path, words: str, address: str) -> Path:
    """A book with a page that says *words* of *address*, in Chinese."""
    (root / "docs/zh").mkdir(parents=True)
    (root / "docs/en").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\n")
    (root / "docs/zh/index.md").write_text(f"# A page\n\nIt is\n[{words}]({address}).\n")
    return root


@pytest.mark.parametrize(
    "words", ["Keras 2.1.5", "60000", "60,000 of 2018", "2026-11-26", "`12`", "no number"]
)
def test_what_stands_there_is_no_problem(
    tmp_path: Path, other: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = book_at(tmp_path / "book", words, f"{other}/there.html")
    assert elsewhere.main(root) == 0
    assert not capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "number"), [("Keras 2.1.6", "2.1.6"), ("20.3", "20.3"), ("1", "1"), ("60", "60")]
)
def test_what_does_not_stand_there_is_named(
    tmp_path: Path, other: str, words: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"{other}/there.html"
    assert elsewhere.main(book_at(tmp_path / "book", words, address)) == 1
    said = f"docs/zh/index.md:4: “{number}” stands in the words of a link to {address}, and nowhere there\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("address", ["/gone.html", ":0/", "["])
def test_a_site_that_cannot_be_asked_is_named(
    tmp_path: Path, other: str, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert elsewhere.main(book_at(tmp_path / "book", "4.5", f"{other}{address}")) == 1
    assert "docs/zh/index.md:4: nobody can tell whether" in capsys.readouterr().out


def test_the_book_states_numbers_of_other_sites() -> None:
    found = elsewhere.stated(BOOK)
    assert any("2.1.5" in numbers for numbers in found.values())
    assert all(address.startswith("https://") for address in found)
