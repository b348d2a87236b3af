"""What the site shows is what was judged, or it is said where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import BOOK, ROOT
from proof.book.book import Book, Runs
from proof.book.page.page import Page
from proof.check import Judge
from proof.press.expand import expand
from proof.press.shown import Reader, Shown, markdown, misread

HEAD = "---\ntitle: Keras\n---\n# Hello\n\n"
SCRIPT = '``` { .python #it }\n--8<-- "snippets/try/it.py"\n```\n'
CLAIM = '[42](#it "6 * 7")'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    for name in ("mkdocs.yml", "docs/card-font.otf"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "snippets/try").mkdir(parents=True)
    return folder


def told(root: Path, body: str, script: str = "print(42)\n") -> list[str]:
    """What is wrong with what the site shows of a page."""
    (root / "snippets/try/it.py").write_bytes(script.encode())
    (root / "docs/zh").mkdir(exist_ok=True)
    (root / "docs/zh/index.md").write_text(HEAD + body, encoding="utf-8")
    book = Book(root)
    judged = Judge(book, Runs()).judged(book.pages["zh", "index.md"])
    return list(misread(judged, expand(judged)))


@pytest.mark.parametrize(
    ("body", "script"),
    [
        (f"{SCRIPT}\nIt is {CLAIM}.\n", "print(42)\n"),
        (f"It is **{CLAIM}**, and *[`42`](#it \"6 * 7\")*.\n\n{SCRIPT}", "print(42)\n"),
        ("> ``` { .python #it }\n> --8<-- \"snippets/try/it.py\"\n> ```\n", "a = 1\n\nprint(42)\n"),
        ("- One\n\n    ``` { .python #it }\n    --8<-- \"snippets/try/it.py\"\n    ```\n", "a = 1\n\nprint(42)\n"),
        ("/// tab | Now\n" + SCRIPT + "///\n", "print(42)\n"),
        ("~~~ { .python #it }\n--8<-- \"snippets/try/it.py\"\n~~~\n", "a = '''\n~~~\n42\n~~~~\n'''\nprint(42)\n"),
        (SCRIPT, "a = '''\n```\n42\n````\n'''\nprint(42)\n"),
        (SCRIPT, "a = 'x\ty'\nif a:\n\tprint(42)\n"),
        (SCRIPT, "a = '&amp; <b> \\\\ *x* [y](z)'\nprint(42)\n"),
        (SCRIPT, "a = '''\n    \n'''\nprint(42)\n"),
        (SCRIPT, "# 参数\nprint('参数 🎉')\n"),
        ('| a | b |\n| --- | --- |\n| [42](#it "6 * 7") | x |\n\n' + SCRIPT, "print(42)\n"),
        ('A [link](other.md "a title"), `code`, a [42](#it "len(\\"ab\\") * 21").\n\n' + SCRIPT, "print(42)\n"),
    ],
)  # fmt: skip
def test_what_is_shown_as_it_was_judged_is_well(root: Path, body: str, script: str) -> None:
    assert told(root, body, script) == []


@pytest.mark.parametrize(
    ("body", "script", "message"),
    [
        ("- ``` { .python #it }\n  --8<-- \"snippets/try/it.py\"\n  ```\n", "print(42)\n", "index.md:6: the site does not show this block"),
        (f"<div>\n{CLAIM}\n\n{CLAIM}\n</div>\n\n{SCRIPT}", "print(42)\n", "index.md:9: the site does not show this claim"),
        (f"It is {CLAIM}{{ .x }}.\n\n{SCRIPT}", "print(42)\n", "index.md:6: the site does not understand this, and shows it"),
        ("<p>42</p>\n\n```\n1\n```\n\n<pre>2</pre>\n", "print(42)\n", "the site shows a block that was not judged: '2'"),
        ("![a](cat.png)\n\n<img src='a.png'>\n", "print(42)\n", "index.md:1: the page shows 1 pictures, of which 0 were judged"),
    ],
)  # fmt: skip
def test_what_is_shown_otherwise_is_said_with_its_place(
    root: Path, body: str, script: str, message: str
) -> None:
    assert message in "\n".join(told(root, body, script))


@pytest.mark.parametrize("page", BOOK.pages.values(), ids=["/".join(name) for name in BOOK.pages])
def test_each_page_of_the_book_is_shown_as_it_was_judged(judge: Judge, page: Page) -> None:
    judged = judge.judged(page)
    assert list(misread(judged, expand(judged))) == []


LINES = st.sampled_from(
    ["a word", "- item", "> quoted", "    indented", "", "## Title", "***", "<div>", "</div>", "/// tab | A", "///",
     "| a |", "| - |", "[x]: y", CLAIM, f"- {CLAIM}", f"> {CLAIM}", "```", "~~~", "text  ", "\\", "1. one", "&amp;",
     f"**{CLAIM}**", f"({CLAIM})", "{ .x }", "<b>b</b>", "<!-- c -->", "$$", "*", "_a_", "`c`", SCRIPT.strip()]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_any_page_is_shown_as_judged_or_that_is_said(root: Path, lines: list[str]) -> None:
    body = "\n".join(lines) + "\n"
    messages = told(root, body)
    book = Book(root)
    page = book.pages["zh", "index.md"]
    if page.problem or messages:
        assert all(message.startswith("docs/zh/index.md:") for message in messages)
        return
    shown = Shown()
    shown.feed(
        markdown(root).reset().convert(expand(Judge(book, Runs()).judged(page)).partition("---\n# ")[2])
    )
    assert len(shown.claims) == len(page.claims)
    assert len(shown.blocks) == len(page.fences)


def test_what_was_read_once_is_not_read_again(root: Path) -> None:
    told(root, SCRIPT)
    book = Book(root)
    judged = Judge(book, Runs()).judged(book.pages["zh", "index.md"])
    first = Reader(root)
    assert first.misread(judged) == []
    first.keep()
    again = Reader(root)
    assert list(again.known.values()) == [[]]
    again.known = {name: ["as remembered"] for name in again.known}
    assert again.misread(judged) == ["as remembered"]
