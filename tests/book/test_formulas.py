"""The formulas on the pages about counting are what Keras counts, for shapes and settings drawn at random."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

import pytest

from conftest import BOOK
from proof.book import HEADING_ID, Page
from proof.book.page.page import LANGUAGES
from proof.run import HOMES, Lane, Request, Runner, Snippet
from tests.book.shapes import SCRIPT, Case, drawn

#: The sections whose tables hold formulas, in inline code.
SECTIONS = ("{ #formulas }", "{ #sizes }", "{ #optimizers }")
#: What a formula may call.
CALLS = {"__builtins__": {}, "max": max}
#: What Keras 2.1.5 has of the layers in the tables; it has no `groups`, and its optimizers do not count.
THEN = {
    *("Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose", "Conv3DTranspose", "DepthwiseConv2D"),
    *("SeparableConv1D", "SeparableConv2D", "Embedding", "SimpleRNN", "LSTM", "GRU", "Bidirectional"),
    *("TimeDistributed", "BatchNormalization", "PReLU", "Conv2D valid", "Conv2D same", "MaxPooling2D valid"),
    *("Conv2DTranspose valid", "Conv2DTranspose same"),
}


def rows(page: Page) -> Iterator[tuple[str, list[list[str]]]]:
    """The section of each row of a table on *page*, and the code in each of its cells."""
    section = ""
    cells: list[list[str]] = []
    for before, token in zip(page.tokens, page.tokens[1:], strict=False):
        if before.type == "heading_open" and (ids := HEADING_ID.findall(token.content)):
            section = ids[0]
        if token.type == "tr_open":
            cells = []
        if before.type == "td_open":
            cells.append([child.content for child in token.children or [] if child.type == "code_inline"])
        if token.type == "tr_close" and cells:
            yield section, cells


def formulas(page: Page) -> dict[str, list[str]]:
    """What each layer counts, by its name: one formula a column; several pieces in a cell are added."""
    found = {}
    for section, (names, *columns) in rows(page):
        if section in SECTIONS:
            ways = columns.pop(0) if section == "{ #sizes }" else [""]
            for name in names:
                sums = [" + ".join(f"({piece})" for piece in column) for column in columns]
                found[f"{name} {ways[0]}".strip()] = sums
    return found


def both(language: str) -> dict[str, list[str]]:
    """The formulas on all pages of a *language*."""
    found: dict[str, list[str]] = {}
    for (spoken, path), page in BOOK.pages.items():
        if spoken == language and path.startswith("counting"):
            found |= formulas(page)
    return found


FORMULAS = {language: both(language) for language in LANGUAGES}
CASES = [case for name in FORMULAS["en"] for case in drawn(name)]


def value(formula: str, names: dict[str, Any]) -> int:
    return int(eval(formula, CALLS, names))


def wrong(sums: list[str], cases: list[tuple[Case, list[int]]]) -> list[str]:
    """The cases in which Keras counts otherwise."""
    found = []
    for case, counted in cases:
        said = [value(formula, case.names) for formula in sums]
        said += [0] * (len(counted) - len(said))
        if said != counted:
            found.append(f"{case.build}: the formulas say {said}, Keras {counted}")
    return found


@pytest.fixture(scope="module")
def lanes() -> list[Lane]:
    return [lane for lane in HOMES if lane.ready and lane.name in BOOK.lanes]


@pytest.fixture(scope="module")
def counts(
    runner: Runner, lanes: list[Lane], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[Case, list[int]]]]:
    """What Keras counts for each case, in the first lane of each family."""
    root = tmp_path_factory.mktemp("formulas")
    found: dict[str, list[tuple[Case, list[int]]]] = {}
    for lane in lanes:
        cases = [case for case in CASES if lane.family == "now" or "groups" not in case.build["arguments"]]
        path = f"snippets/formulas/{lane.family}.py"
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        head = "# /// script\n# [tool.proof]\n# seconds = 300\n# ///\n"
        file.write_text(f"{head}CASES = {[case.build for case in cases]!r}\n{SCRIPT}", encoding="utf-8")
        request = Request(Snippet(root, path), lane)
        run = runner.run([request])[request.name]
        assert run.error is None, run.error
        printed = [ast.literal_eval(line) for line in run.stdout.splitlines()]
        assert len(printed) == len(cases), run.stdout[-500:]
        both = zip(cases, printed, strict=True)
        found[lane.family] = [(case, counted) for case, counted in both if counted is not None]
    return found


def test_both_languages_have_the_same_formulas() -> None:
    assert FORMULAS["zh"] == FORMULAS["en"]
    assert len(CASES) >= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_formula_says_is_what_keras_counts(
    language: str, counts: dict[str, list[tuple[Case, list[int]]]]
) -> None:
    for family, cases in counts.items():
        for name, sums in FORMULAS[language].items():
            own = [(case, counted) for case, counted in cases if case.formula == name]
            assert bool(own) == (family == "now" or name in THEN), f"{name} in {family}"
            assert not wrong(sums, own), f"{name} on the pages in {language}: {wrong(sums, own)[0]}"


def test_each_change_of_a_formula_is_noticed(
    counts: dict[str, list[tuple[Case, list[int]]]],
) -> None:
    unnoticed, tried = [], 0
    for name, sums in FORMULAS["en"].items():
        own = [(case, counted) for case, counted in counts["now"] if case.formula == name]
        for place, formula in enumerate(sums):
            for mutant in mutants(formula):
                tried += 1
                if not wrong([*sums[:place], mutant, *sums[place + 1 :]], own):
                    unnoticed.append(f"{name}: {formula} → {mutant}")
    assert not unnoticed
    assert tried > 200


def mutants(formula: str) -> Iterator[str]:
    """The *formula* with one sign, one number or one name changed."""
    tree = ast.parse(formula, mode="eval")
    for place, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            other = copy.deepcopy(tree)
            changed = list(ast.walk(other))[place]
            for field, content in change.items():
                setattr(changed, field, content)
            yield ast.unparse(Dropped().visit(other))


class Dropped(ast.NodeTransformer):
    """Puts one in the place of the name that was dropped."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Constant(1) if node.id == "" else node


def changes(node: ast.AST) -> Iterator[dict[str, Any]]:
    """What can be changed of a *node*."""
    if isinstance(node, ast.BinOp):
        for other in (ast.Add, ast.Sub, ast.Mult):
            if not isinstance(node.op, other):
                yield {"op": other()}
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield {"value": node.value + 1}
    elif isinstance(node, ast.Name) and node.id not in CALLS:
        yield {"id": ""}
