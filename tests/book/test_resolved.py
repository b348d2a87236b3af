"""A page is resolved once: each item with all that stands behind it, or with the reason why nothing does."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from proof.book import Book, Page, Resolved, resolve
from proof.check import Judge
from proof.press.expand import expand
from proof.press.notebook import notebook
from proof.press.plan import offered
from proof.run import NOW, Runner, Store

PAGE = """\
# It

``` { .python #it title="snippets/try/it.py" }
--8<-- "snippets/try/it.py"
```

``` { .text }
--8<-- "snippets/try/it.now.txt:stdout"
```

It is [7](#it "3 + 4 * len([__file__])"), or [8](#nowhere "3 + 5"), and what follows is not lost.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("book")
    for path, text in (
        ("docs/en/index.md", PAGE),
        ("snippets/try/it.py", "# /// script\n# [tool.proof]\n# fresh = true\n# ///\nprint(7)\n"),
        ("snippets/try/it.now.txt", "lane: now\n--8<-- [start:stdout]\n7\n--8<-- [end:stdout]\n"),
        ("snippets/try/keras.py", "__version__ = '0'\n"),
        ("snippets/try/tensorflow.py", "__version__ = '0'\n"),
    ):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def page_of(root: Path) -> tuple[Book, Page]:
    book = Book(root)
    return book, book.pages["en", "index.md"]


def by_line(parts: tuple[Resolved, ...]) -> list[tuple[int, str, str]]:
    return [(part.item.line, part.shown, part.problem) for part in parts]


def test_each_item_has_what_stands_behind_it_or_the_reason_why_nothing_does(root: Path) -> None:
    book, page = page_of(root)
    found = resolve(book, {}, page)
    lost = "docs/en/index.md:11: the claim “8” cites #nowhere, but no block there has that id"
    assert by_line(found.parts) == [(3, "print(7)\n", ""), (7, "7\n", ""), (11, "", ""), (11, "", lost)]
    assert found.scripts["snippets/try/it.py"].text == "print(7)\n"
    assert found.scripts["snippets/try/it.py"].record == {"stdout": "7\n"}


def test_a_run_stands_with_the_item_that_it_is_about(root: Path) -> None:
    book, page = page_of(root)
    with Runner(Store(root / "runs")) as runner:
        runs = runner.run(book.requests())
    part = resolve(book, runs, page).parts[2]
    assert part.run is not None
    assert part.run.value("3 + 4 * len([__file__])") == 7
    assert part.lanes == ((NOW, part.run),)


def test_what_cannot_be_resolved_is_a_problem_of_its_item_and_never_the_text_of_the_page(root: Path) -> None:
    book, page = page_of(root)
    text = expand(Judge(book, {}).judged(page))
    assert "and what follows is not lost." in text
    assert "{ .claim .untrue }" in text
    assert not offered(resolve(book, {}, page))


@pytest.mark.parametrize("broken", ["``` { .python }\nnever closed\n", "[7](<#a b> '3')\n"])
def test_a_page_that_cannot_be_read_keeps_its_words_below_the_reason(root: Path, broken: str) -> None:
    file = root / "docs/en/index.md"
    file.write_text(f"# It\n\nThese words stay.\n\n{broken}", encoding="utf-8")
    book, page = page_of(root)
    text = expand(Judge(book, {}).judged(page))
    file.write_text(PAGE, encoding="utf-8")
    assert page.problem is None or page.name in text
    assert "These words stay." in text


def test_a_record_that_holds_marks_of_its_own_is_named_and_its_page_is_not_lost(root: Path) -> None:
    record = root / "snippets/try/it.now.txt"
    before = record.read_text(encoding="utf-8")
    mark = "# --8<-- [start:x]\n"
    record.write_text(
        f"lane: now\n--8<-- [start:stdout]\n{mark}{mark}--8<-- [end:stdout]\n", encoding="utf-8"
    )
    book, page = page_of(root)
    judge = Judge(book, {})
    assert any(
        "it.now.txt:1: section “x” must start once" in problem for problem in judge.page_problems(page)
    )
    assert "and what follows is not lost." in expand(judge.judged(page))
    record.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("writer", [expand, notebook])
def test_a_writer_is_given_the_page_and_no_book(writer: object) -> None:
    assert callable(writer)
    kinds = {str(parameter.annotation) for parameter in inspect.signature(writer).parameters.values()}
    assert kinds <= {"JudgedPage", "ResolvedPage", "str"}
