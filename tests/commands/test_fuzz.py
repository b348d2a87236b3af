"""Reading any text gives what is there or says what is wrong; and no digit is taken on trust."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from proof.book import words
from proof.book.book import Book
from proof.book.page import PageError
from proof.book.page.items import Claim, Figure, Picture
from proof.book.page.page import Page
from proof.check.claims import judge as judge_claim
from proof.check.judge import Judge
from proof.check.words import parity, prose
from proof.press.expand import expand, filled_in

fuzzed = settings(deadline=None, max_examples=200, derandomize=True, database=None)

#: What pages are made of, whole and broken, each between two `¶`.
FRAGMENTS = (
    "\n¶\n\n¶\n    ¶\n> ¶\n- ¶\n  1. ¶ ¶\t¶\r\n¶\r¶\x0b¶\x0c¶\x1c¶\x85¶\u2028¶\0¶\x07¶\ufeff¶\\¶`¶``¶*¶"
    "[¶]¶(¶)¶![¶|¶<¶>¶\"¶'¶---\n¶---\ntitle: 3\n---\n¶# 参数 1 { #one }\n¶层¶n = 25,450¶Keras 3¶"
    "&amp;¶<b>¶<div>\n¶<!-- ¶-->¶{ .claim }¶"
    "```\n¶\n```\n¶````\n¶~~~\n¶\n``` { .python #a title='x' }\n¶\n``` { .text data-unchecked=\"b\" }\n¶"
    '\n```{.py #a #b}{}="\n¶\n--8<-- "snippets/try/a.py"\n¶--8<-- "snippets/try/a.now.txt:stdout"\n¶'
    '\n\n    --8<-- "snippets/try/a.py"\n¶\n``` { .py #a }\n--8<-- "snippets/try/a.py"\n```\n¶'
    '[42](#a "n")¶[42](#a \'n\')¶[4 [2] 3](#a "n[0]")¶[`2`](b.md#a "n")¶[42](\n#a "n")¶'
    '`[4](#a "n")`¶[`]`](#a "n")¶\\[4](#a "n")¶[](#a "n")¶[42](#a "")¶[42](#层 "n")¶[a](b.md "t")¶'
    '[x][r]¶\n[r]: #a "n"\n¶[4](#a "\'`\'")¶'
    '![m](#a "diagram(m)")¶![p](../p.svg)¶`![p](../p.svg)`¶![[p]](p.svg)¶![](<p q.svg>)¶![p](p.svg "x")¶'
    '\n| a | b |\n| - | - |\n| [1](#a "n") | ![p](p.svg) |\n¶\n/// tab | x\n¶\n///\n¶' + "x" * 5000
).split("¶")
pieces = st.sampled_from(FRAGMENTS)
markdown = st.one_of(
    st.lists(pieces, max_size=12).map("".join),
    st.lists(pieces | st.text(max_size=5), max_size=12).map("".join),
    st.text(),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("book")
    for folder in ("docs/zh", "docs/en", "snippets/try"):
        (root / folder).mkdir(parents=True)
    (root / "snippets/try/a.py").write_text("n = 42\nprint(n)\n")
    return root


def page_of(root: Path, text: str) -> Page:
    """The English page, after *text* has been saved as that."""
    (root / "docs/en/index.md").write_bytes(text.encode("utf-8", "replace"))
    return Page(root, "en", "index.md")


def names_the_place(error: PageError) -> None:
    assert str(error).startswith("docs/en/index.md:")


def items_of(page: Page) -> list[Claim | Figure]:
    """What stands within the lines of *page*, in order."""
    items: list[Claim | Figure] = [*page.links.proofs, *page.figures]
    return sorted(items, key=lambda item: item.start)


@fuzzed
@given(text=markdown)
@example('a\x0cb\u2028c [42](#a "n")\n\n```\nx\n```\n')
@example('`[4](#a "n")` [4](#a "n")')
@example('\\[4](#a "n") [4](#a "n")')
@example("![p](p.svg) and ![p](p.svg)")
def test_any_page_is_read_or_refused(root: Path, text: str) -> None:
    page = page_of(root, text)
    try:
        fences, items = page.fences, items_of(page)
    except PageError as error:
        names_the_place(error)
        return
    lines = [*page.text.split("\n"), ""]
    for fence in fences:
        end = fence.line + page.text[fence.start : fence.end].rstrip("\n").count("\n")
        assert page.text[fence.start : fence.end].rstrip("\n") == "\n".join(lines[fence.line - 1 : end])
        for line in fence.body.replace("\ufffd", "\0").split("\n"):
            assert line.strip() in page.text[fence.start : fence.end].replace("\ufffd", "\0")
    for item in items:
        written = page.text[item.start : item.end]
        assert page.text.count("\n", 0, item.end) + 1 >= item.line > page.text.count("\n", 0, item.start)
        if isinstance(item, Claim):
            assert written.startswith("![" if isinstance(item, Picture) else "[")
            assert f"{item.page}#{item.anchor}" in written
            assert written.endswith((f'"{item.expression}")', f"'{item.expression}')"))
        else:
            assert written.startswith("![")
            assert re.search(rf"\]\({re.escape(item.path)}(?: \S+)?\)$", written)
    spans = sorted((item.start, item.end) for item in [*fences, *items])
    assert all(one[1] <= other[0] or one[1] >= other[1] for one, other in pairwise(spans))


@fuzzed
@given(text=markdown)
@example('\n\n    --8<-- "snippets/try/a.py"\n')
@example('``` { .py #a }\n--8<-- "snippets/try/a.py"\n')
def test_expanding_changes_nothing_but_the_items(root: Path, text: str) -> None:
    page = page_of(root, text)
    try:
        items = items_of(page)
        expanded = filled_in(
            page,
            lambda fence: ("", fence.body, ""),
            lambda claim: (claim.expression, "claim"),
            lambda _: "<hr>",
        )
    except PageError:
        return
    assume(all(one.end <= other.start for one, other in pairwise(items)))
    rest, place = expanded, 0
    for item in items:
        before, place = page.text[place : item.start], item.end
        assert squeezed(rest).startswith(squeezed(before))
        mark = "{ .claim }" if isinstance(item, Claim) and not isinstance(item, Picture) else "<hr>"
        _, found, rest = rest.partition(mark) if mark not in before else ("", mark, rest)
        assert found
        if mark in before:
            return
    assert squeezed(rest) == squeezed(page.text[place:])


def squeezed(text: str) -> str:
    return "".join(text.split())


@fuzzed
@given(text=markdown)
def test_any_page_is_judged_and_shown_or_refused(root: Path, text: str) -> None:
    page_of(root, text)
    judge = Judge(Book(root), {})
    page = judge.book.pages["en", "index.md"]
    list(judge.problems())
    assert 'class="verified' in expand(judge.judged(page))
    try:
        list(prose.unproven(page, ["Keras 3"], "42", "{} 42".format))
        words.unknown_words(page, ["Keras 3"], "42", frozenset(["42"]))
        parity.blocks(page)
    except PageError as error:
        names_the_place(error)


SAID = (
    "1¶25,450¶0.5¶97 %¶1.2.3¶×¶÷¶=¶+¶−¶**¶64¶(¶)¶[¶{¶}¶,¶> ¶<= ¶≈¶“¶`¶e9¶1e999¶j¶_¶\\¶\0¶' '¶None¶{[]}¶"
    f"{'9' * 5000}¶{'-' * 3000}¶{'(' * 300}"
).split("¶")
ASKED = f"n¶n > 0.97¶n < None¶n >= 'a'¶n < 1j¶n > 1e999¶n > True¶n > ...¶{'-' * 3000}n¶{'(' * 300}¶n\0".split(
    "¶"
)
said = st.lists(st.sampled_from(SAID) | st.text(max_size=3), max_size=6).map("".join) | st.text()
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)


@settings(fuzzed, max_examples=1000)
@given(text=said, expression=st.text() | st.sampled_from(ASKED), value=values)
@example("0.98", "n", float("nan"))
@example("1 = 10 ** 64 ** 64 ** 64 ** 64", "n", 1)
@example("((10 ** 64) ** 64) ** 64", "n", 1)
@example("1e308 × 1e308 + 0.5 = 1", "n", 1)
@example("> 1.2.3", "n > 1", True)
@example("{[]}", "n", [])
def test_the_judge_answers_whatever_is_said(text: str, expression: str, value: Any) -> None:
    wrong = judge_claim(text, expression, value)
    assert wrong is None or wrong.strip()


def changed(text: str) -> list[str]:
    """*text* with each of its digits changed to each other one."""
    digits = "0123456789"
    return [
        text[:place] + digit + text[place + 1 :]
        for place, old in enumerate(text)
        if old in digits
        for digit in digits
        if digit != old
    ]


def holds(text: str, expression: str, value: Any) -> None:
    """See that *text* is accepted, and refused with any of its digits changed."""
    assert judge_claim(text, expression, value) is None
    assert [other for other in changed(text) if judge_claim(other, expression, value) is None] == []


@fuzzed
@given(
    value=st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9),
    places=st.integers(0, 6),
    sign=st.sampled_from(["", "%", " %"]),
    form=st.sampled_from(["f", ",f"]),
    minus=st.sampled_from("-−"),
)
def test_a_number_holds_with_these_digits_and_no_others(
    value: float, places: int, sign: str, form: str, minus: str
) -> None:
    exact, unit = Decimal(repr(value)) * (100 if sign else 1), Decimal(1).scaleb(-places)
    rounded = exact.quantize(unit)
    assume(places > 0 or sign or exact == rounded)
    assume(abs(exact - rounded) * 2 != unit)  # where it lies half-way, either digit is right
    holds(f"{rounded:{form}}".replace("-", minus) + sign, "n", value)


@fuzzed
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 10**6), st.booleans())
def test_an_equation_holds_with_these_digits_and_no_others(a: int, b: int, c: int, float_too: bool) -> None:
    value = a * b + c
    holds(f"{a:,} × {b:,} + {c:,} = {value:,}", "n", value)
    holds(f"{value:,} = {a} · ({b:,} + {c}) − {a * c - c}", "n", float(value) if float_too else value)


@fuzzed
@given(st.integers(1, 10**6), st.integers(1, 10**4), st.integers(1, 4))
def test_a_division_holds_with_these_digits_and_no_others(a: int, b: int, places: int) -> None:
    assume(Fraction(a, b) * 10**places % 1 != Fraction(1, 2))
    holds(f"{a:,} ÷ {b:,} = {a / b:,.{places}f}", "n", a / b)


@fuzzed
@given(st.integers(1, 9999), st.sampled_from(["<", "<=", ">", ">="]))
def test_a_bound_holds_with_these_digits_and_no_others(limit: int, sign: str) -> None:
    number = Decimal(limit) / 10000
    behind = "以下" if "<" in sign else "以上"
    for text in (f"{sign} {number:f}", f"{number:.4f} 倍{behind}", f"{sign}{number * 100:f} %"):
        holds(text, f"n {sign} {number:f}", True)


@fuzzed
@given(st.integers(0, 99), st.integers(0, 9999), st.integers(0, 99))
def test_a_text_holds_with_these_digits_and_no_others(a: int, b: int, c: int) -> None:
    version = f"{a}.{b}.{c}"
    holds(version, "keras.__version__", version)
    holds(f"“Keras {version}”", "doc", f"It ran on Keras {version}, and well.")
    holds(f"(None, {a}, {b})", "shape", (None, a, b))
