"""Readers in mainland China are sent to addresses: behind each that answers, today is written."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from conftest import ROOT
from proof.book import REACHED, Book, resolve
from proof.check import Judge
from proof.common.complaint import BookError
from proof.press.around.reached import with_days
from proof.press.expand import expand
from proof.press.shown import misread
from proof.site.lists import reached
from tests.site.lists.test_elsewhere import Quiet

TODAY = date.today().isoformat()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[str]:
    """Give the address of another site, which has `data.gz`, and `empty.gz` with nothing in it."""
    (tmp_path / "data.gz").write_bytes(b"1")
    (tmp_path / "empty.gz").write_bytes(b"")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def book_at(root: Path, linked: str, listed: str) -> Path:
    """A book whose page links to *linked*, and its list of addresses."""
    for language in ("zh", "en"):
        page = root / f"docs/{language}/index.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"---\ntitle: A page\n---\n# A page\n\nThere is [data]({linked}).\n", "utf-8")
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), "utf-8")
    (root / REACHED).write_text(listed, "utf-8")
    return root


def test_who_answers_has_the_day_written_and_who_does_not_keeps_the_last(
    tmp_path: Path, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{other}/data.gz", f"{other}/gone.gz = 2026-01-02", f"{other}/empty.gz", "http://127.0.0.1:9/x"]
    root = book_at(tmp_path / "book", f"{other}/data.gz", "\n".join(["# Why.", *lines, ""]))
    assert reached.main(root) == 1
    assert (root / REACHED).read_text(encoding="utf-8").splitlines() == [
        "# Why.",
        f"{lines[0]} = {TODAY}",
        *lines[1:],
    ]
    said = capsys.readouterr()
    assert [line.split(" ")[0] for line in said.out.splitlines()] == [f"{REACHED}:{n}:" for n in (3, 4, 5)]
    assert "404" in said.out
    assert "it is empty" in said.out
    assert said.err == "4 addresses, 1 reached\n"


def test_where_all_answer_all_is_well(tmp_path: Path, other: str) -> None:
    root = book_at(tmp_path / "book", f"{other}/data.gz", f"{other}/data.gz = 2026-01-02\n")
    assert reached.main(root) == 0
    assert (root / REACHED).read_text(encoding="utf-8") == f"{other}/data.gz = {TODAY}\n"


@pytest.mark.parametrize(("language", "said"), [("zh", "有人在中国大陆打开过"), ("en", "mainland China")])
def test_a_page_shows_the_day_behind_the_link_and_nothing_where_there_is_none(
    tmp_path: Path, language: str, said: str
) -> None:
    url = "https://example.org/data.gz"
    for listed, day in ((f"{url} = 2026-01-02\n", "2026-01-02"), (f"{url}\n", "")):
        book = Book(book_at(tmp_path / f"of {day}", url, listed))
        judged = Judge(book, {}).judged(book.pages[language, "index.md"])
        text = expand(judged)
        shown = re.findall(r'data.gz\) <small class="reached" title="(.*?)".*?>(.*?)<', text)
        assert [found for _, found in shown] == ([day] if day else [])
        assert all(said in title for title, _ in shown)
        assert list(misread(judged, text)) == []
        assert [problem for problem in Judge(book, {}).problems() if REACHED in problem] == []


def test_what_no_page_links_to_is_named(tmp_path: Path) -> None:
    book = Book(book_at(tmp_path, "https://example.org/one", "https://example.org/other\n"))
    told = [problem for problem in Judge(book, {}).problems() if REACHED in problem]
    assert told == [f"{REACHED}:1: no page links to https://example.org/other; remove it"]


@pytest.mark.parametrize(
    "line",
    [
        "example.org/data.gz",
        "https://example.org/data.gz = yesterday",
        "https://example.org/data.gz = 2026-02-30",
        f"https://example.org/data.gz = {(date.today() + timedelta(2)).isoformat()}",
        "https://example.org/data.gz 2026-01-02",
    ],
)
def test_a_line_that_is_no_address_with_a_day_that_has_been_is_named(tmp_path: Path, line: str) -> None:
    book = Book(book_at(tmp_path, "https://example.org/data.gz", f"# Why.\n{line}\n"))
    with pytest.raises(BookError, match=rf"^{REACHED}:2: a line is an address"):
        _ = book.reached


def test_a_day_stands_in_no_link_of_another_address(tmp_path: Path) -> None:
    url = "https://example.org/data.gz"
    book = Book(book_at(tmp_path, f"{url}.sha256", f"{url} = 2026-01-02\n"))
    page = book.pages["en", "index.md"]
    assert with_days(resolve(book, {}, page), page.text) == page.text
