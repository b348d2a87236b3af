"""Finds the short examples of this project, in docstrings, in Markdown and in `snippets/examples`, for Sybil.

Each is one item, named by file and line. pytest-examples runs it, and compares what each `print` gives with
the `#>` below it; with `--update-examples`, which is `make examples`, it writes what they give now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from markdown_it import MarkdownIt
from pytest_examples import CodeExample, EvalExample, find_examples
from sybil import Document, Example, Region, Sybil

from proof.common.places import ROOT
from proof.run import EXAMPLES

#: The longest line of a script that a page can show whole beside its contents.
COLUMNS = 68
#: Where they stand.
TEXTS = ("README.md", "README.zh.md", "CONTRIBUTING.md")
PATTERNS = [*TEXTS, "proof/*.py", "proof/**/*.py", f"{EXAMPLES}/*.py"]


def parse(document: Document) -> Iterable[Region]:
    """Find the examples of a file."""
    path = Path(document.path)
    if path.suffix == ".md":
        found = in_markdown(path, document.text)
    elif path.is_relative_to(ROOT / EXAMPLES):
        found = [CodeExample.create(document.text, path=path)]
    else:
        found = [example for example in find_examples(path) if "#>" in example.source]
    group = uuid4()
    for example in found:
        example.group = group
        yield Region(example.start_index, example.end_index, example, examine)


def in_markdown(path: Path, text: str) -> list[CodeExample]:
    """The blocks of Python of a text that print something."""
    lines = text.splitlines(keepends=True)
    found = []
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "fence" and token.info == "python" and token.map and "#>" in token.content:
            first = token.map[0] + 1
            start = sum(map(len, lines[:first]))
            example = CodeExample.create(token.content, path=path, start_line=first, start_index=start)
            found.append(replace(example, prefix=token.info))
    return found


def examine(example: Example) -> None:
    """Run one example; compare what it prints, or write it."""
    code: CodeExample = example.parsed
    evaluate: EvalExample = example.namespace["eval_example"]
    columns = COLUMNS if code.path.is_relative_to(ROOT / EXAMPLES) else 100
    evaluate.set_config(line_length=columns, quotes="double", target_version="py310", ruff_ignore=["D", "S"])
    if evaluate.update_examples:
        evaluate.format(code)
        evaluate.run_print_update(code)
    else:
        evaluate.lint(code)
        evaluate.run_print_check(code)


SHORT = Sybil(
    parsers=[parse],
    patterns=PATTERNS,
    fixtures=["eval_example"],
    document_types={".py": Document},
    path=str(ROOT),
)


def beside_pages() -> int:
    """How many examples stand elsewhere than on pages."""
    files = [ROOT / name for name in TEXTS] + sorted((ROOT / "proof").rglob("*.py"))
    return sum(1 for file in files for _ in SHORT.parse(file).examples())
