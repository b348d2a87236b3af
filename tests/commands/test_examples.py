"""The short examples of those who work on this project run, and give the output that stands below them.

Sybil finds nothing here: pytest-examples finds the examples in docstrings itself, and those in Markdown are
taken from its parser's fences. It runs each, and compares what each `print` gives with the `#>` below it.
`make examples` writes what they give now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from markdown_it import MarkdownIt
from pytest_examples import CodeExample, EvalExample, find_examples

from conftest import BOOK, ROOT
from proof.run import Snippet

#: Where they stand, beside docstrings.
TEXTS = ("README.md", "README.zh.md", "CONTRIBUTING.md")
#: What a learner's script need not obey.
FOR_LEARNERS = ["B905", "D", "S", "N"]


def in_markdown(name: str) -> Iterator[CodeExample]:
    """The Python blocks of a file that print something."""
    text = (ROOT / name).read_text(encoding="utf-8")
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    group = uuid4()
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "fence" and token.info == "python" and token.map and "#>" in token.content:
            first, last = token.map
            yield CodeExample(
                source=token.content,
                path=ROOT / name,
                start_line=first + 1,
                end_line=last,
                start_index=starts[first + 1],
                end_index=starts[first + 1] + len(token.content),
                prefix=token.info,
                indent=0,
                group=group,
            )


EXAMPLES = [*find_examples(ROOT / "proof"), *(example for name in TEXTS for example in in_markdown(name))]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_gives_what_stands_below_it(example: CodeExample, eval_example: EvalExample) -> None:
    eval_example.set_config(line_length=100, quotes="double", target_version="py310", isort=True)
    if eval_example.update_examples:
        eval_example.format(example)
        eval_example.run_print_update(example)
    else:
        eval_example.lint(example)
        eval_example.run_print_check(example)


def test_every_kind_of_text_has_some() -> None:
    paths = {example.path.relative_to(ROOT).as_posix() for example in EXAMPLES}
    assert {"CONTRIBUTING.md", "proof/check/claims.py", "proof/run/sections.py"} <= paths
    assert len(EXAMPLES) >= 7


def test_an_output_that_is_another_is_noticed(eval_example: EvalExample) -> None:
    example = CodeExample.create("print(784 * 32 + 32)\n#> 25121\n")
    with pytest.raises(pytest.fail.Exception, match="25120"):
        eval_example.run_print_check(example)


@pytest.mark.parametrize("snippet", BOOK.snippets, ids=lambda snippet: snippet.path)
def test_a_script_as_a_reader_sees_it_is_clean(snippet: Snippet, eval_example: EvalExample) -> None:
    eval_example.set_config(line_length=100, target_version="py310", ruff_ignore=FOR_LEARNERS)
    eval_example.lint_ruff(CodeExample.create(snippet.shown()))
