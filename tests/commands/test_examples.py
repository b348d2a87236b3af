"""Short examples are found, one that gives something else is noticed, and scripts are clean as shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample

from conftest import BOOK, ROOT
from proof.run import Snippet
from tests.commands.examples import COLUMNS, SHORT

#: What a learner's script need not obey.
FOR_LEARNERS = ["B905", "D", "S", "N"]
#: What cells do: they end in a value, ask the kernel for its own names, and begin with what they need.
IN_CELLS = ["B018", "E402", "F821", "F811", "I001"]


def found(path: str) -> list[CodeExample]:
    """The examples of a file, as Sybil finds them."""
    return [example.parsed for example in SHORT.parse(ROOT / path).examples()]


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "proof/check/claims.py", "proof/run/sections.py"])
def test_every_kind_of_text_has_some(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert found(path)
    for example in found(path):
        assert example.source in text or example.indent


def test_each_short_example_of_the_book_is_one() -> None:
    for snippet in BOOK.snippets:
        assert len(found(snippet.path)) == snippet.example if snippet.example else True


def test_an_output_that_is_another_is_noticed(eval_example: EvalExample) -> None:
    example = CodeExample.create("print(784 * 32 + 32)\n#> 25121\n")
    with pytest.raises(pytest.fail.Exception, match="25120"):
        eval_example.run_print_check(example)


@pytest.mark.parametrize("snippet", BOOK.snippets, ids=lambda snippet: snippet.path)
def test_a_script_as_a_reader_sees_it_is_clean(
    snippet: Snippet, eval_example: EvalExample, tmp_path: Path
) -> None:
    ignored = FOR_LEARNERS + (IN_CELLS if snippet.cells else [])
    eval_example.set_config(line_length=COLUMNS, target_version="py310", ruff_ignore=ignored)
    eval_example.lint_ruff(CodeExample.create(snippet.shown(), path=tmp_path / "shown.md"))
