"""What the texts for those who work on this project tell them to type, there is; what is overdue is named."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt
from mkdocs.__main__ import cli

from conftest import ROOT
from proof.grammar import parser
from proof.run.snippets import Snippet
from tests.commands.examples import TEXTS

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = [*re.findall(r"(?m)^([\w-]+(?:%)?):", MAKEFILE)]
VARIABLES = {*re.findall(r"\$\((?:if \$\(|or \$\(|filter all,\$\()?([A-Z]+)\b", MAKEFILE)}
WHERE = [
    *TEXTS,
    "ADMIN_TASKS.md",
    *sorted(str(file.relative_to(ROOT)) for file in (ROOT / "proof").rglob("*.py")),
]
SUBCOMMANDS = re.findall(r"add_parser\(\s*\"(\w+)\"", (ROOT / "proof/grammar.py").read_text(encoding="utf-8"))
#: What stands for something of the reader's own.
PLACEHOLDER = re.compile(r"\{[^{}]+\}|…")


def commands(path: str) -> Iterator[str]:
    """The commands in a file: in its blocks for a shell, and wherever one stands between ticks."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith(".md"):
        for token in MarkdownIt("commonmark").parse(text):
            if token.type == "fence" and token.info == "sh":
                yield from (line.partition(" #")[0].strip() for line in token.content.splitlines())
    yield from re.findall(r"`((?:make|proof|python -m proof|\.venv/bin/\w+)(?: [^`\n]+)?)`", text)


def wrong_with(command: str) -> str | None:
    """What is wrong with a command; None if it can be typed."""
    spelled = PLACEHOLDER.sub("0", command).replace("python -m proof", "proof")
    program, *arguments = shlex.split(spelled.removeprefix(".venv/bin/"))
    if program == "make":
        for argument in arguments:
            name, is_set, _ = argument.partition("=")
            known = name in VARIABLES if is_set else any(matches(name, one) for one in TARGETS)
            if not known:
                return f"make knows no {name}"
    elif program == "proof" and len(arguments) > 1:
        with contextlib.redirect_stderr(io.StringIO()) as said:
            try:
                parser().parse_args(arguments)
            except SystemExit:
                return said.getvalue()
    elif program == "proof":
        return None if {*arguments} <= {*SUBCOMMANDS, "--help"} else f"proof knows no {arguments[0]}"
    elif program == "mkdocs":
        chosen = cli.commands[arguments[0]]
        options = {
            name for option in chosen.params for name in option.opts if isinstance(option, click.Option)
        }
        unknown = {argument for argument in arguments[1:] if argument.startswith("-")} - options
        return f"mkdocs knows no {unknown}" if unknown else None
    elif not (ROOT / ".venv/bin" / program).exists():
        return f"there is no {program}"
    return None


def matches(target: str, known: str) -> bool:
    """Whether a *target* of make is the *known* one."""
    return re.fullmatch(known.replace("%", ".+"), target) is not None


@pytest.mark.parametrize("path", WHERE)
def test_each_command_can_be_typed(path: str) -> None:
    wrong = {command: why for command in commands(path) if (why := wrong_with(command))}
    assert wrong == {}


def test_a_command_that_there_is_not_is_found() -> None:
    assert len([*commands("README.md")]) > 10
    for command in (
        "make tset",
        "make bench SIZE=1",
        "proof chekc",
        "proof align --yes",
        ".venv/bin/mkdocs build --strit",
    ):
        assert wrong_with(command), command


@pytest.mark.parametrize("path", TEXTS)
def test_each_block_of_python_is_an_example_or_the_settings_of_a_snippet(path: str, tmp_path: Path) -> None:
    for token in MarkdownIt("commonmark").parse((ROOT / path).read_text(encoding="utf-8")):
        if token.type == "fence" and token.info == "python" and "#>" not in token.content:
            (tmp_path / "snippets/try").mkdir(parents=True, exist_ok=True)
            (tmp_path / "snippets/try/it.py").write_text(token.content, encoding="utf-8")
            assert Snippet(tmp_path, "snippets/try/it.py").settings


ROW = re.compile(
    r"(?m)^\| `make (?P<target>[a-z-]+)[^`]*` \| [^|]+ \| \d+ min \| (?P<days>\d+) days "
    r"\| (?P<last>\d{4}-\d\d-\d\d) \| (?P<commit>[0-9a-f]{7,40}) \| (?P<result>[^|]{5,}) \|$"
)
TASKS = (ROOT / "ADMIN_TASKS.md").read_text(encoding="utf-8")


def overdue(text: str, today: date) -> list[str]:
    """The targets that have not been run for longer than *text* says."""
    return [
        f"make {row['target']} (last run {row['last']}, every {row['days']} days)"
        for row in ROW.finditer(text)
        if date.fromisoformat(row["last"]) + timedelta(int(row["days"])) < today
    ]


def test_each_task_is_a_target_and_says_when_it_was_run_and_what_came_of_it() -> None:
    rows = list(ROW.finditer(TASKS))
    assert len(rows) == sum(line.startswith("| `") for line in TASKS.splitlines())
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {row["target"] for row in rows} <= targets
    assert {"test-all", "mutate", "soak", "bench", "links", "publish"} <= {row["target"] for row in rows}


def test_what_is_overdue_is_named() -> None:
    text = "| `make soak` | that it holds | 35 min | 90 days | 2026-01-01 | 0123456 | 20 rounds, all well |\n"
    assert overdue(text, date(2026, 4, 1)) == []
    assert overdue(text, date(2026, 4, 2)) == ["make soak (last run 2026-01-01, every 90 days)"]


def test_nothing_is_overdue() -> None:
    late = overdue(TASKS, date.today())
    if late:
        pytest.skip(f"ADMIN_TASKS.md: to be run again: {'; '.join(late)}")
