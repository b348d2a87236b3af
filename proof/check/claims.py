"""Judges what a page says against a value. Knows nothing of where either comes from.

A claim's text is one of
  - a number: `25,450`, `0.98`, `97.8 %`, `three`, `三`; or `3.15.1` against a text;
  - an equation: `784 × 32 + 32 = 25,120`, every side of which must be the value;
  - a bound: `> 97 %`, `more than 20`, `20 次以上`, where the expression is that comparison;
  - a phrase, which must occur in the value, a text (whose backticks Markdown may have taken);
  - a word of truth, such as `yes` or `相同`, where the value is a truth value;
  - a word of direction, such as `more`, `更高`, `first` or `最大`, where the expression compares: two
    values, or one with the first, the last, the largest or the smallest of a row;
  - a word for a thing, such as `权重`, `TensorFlow` or `then`, where the value is a text with the name that a
    run has for it, `kernel`, `tensorflow` or `2.1.5`, and for no other such thing;
  - any other Python literal, such as `(None, 32)`, which must be the value.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import math
import re
from fractions import Fraction
from functools import cache
from typing import Any

from proof.check.arithmetic import calculate, evaluate, plain
from proof.check.words.vocabulary import (
    BEHIND,
    BOUND,
    DIRECTIONS,
    SIDES,
    THINGS,
    TRUTHS,
    TURNS,
    WORDS,
)

NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.])\d+(?:\.\d+)?(?![\w.]\d)")
SIGNS = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "（": "(", "）": ")", "＝": "="})
#: What parsing raises for a text that is no Python, or that is more than Python can read.
UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
#: How far, of itself, the value of a calculation may lie from what the same calculation gives exactly.
ROUNDING = Fraction(1, 2**50)
SIGN_OF: dict[type, str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "=="}
QUOTES = "“”‘’\"'`「」"


def judge(text: str, expression: str, value: Any) -> str | None:
    """Say what is wrong with *text*, which *expression* with *value* should prove.

    Returns None where nothing is; else a sentence that names both.

    ```py
    from proof.check.claims import judge

    print(judge("784 × 32 + 32 = 25,120", "layer.count_params()", 25120))
    #> None
    print(judge("25,121", "layer.count_params()", 25120))
    #> the page says 25,121, but layer.count_params() is 25,120
    print(judge("三", "len(layers)", 3))
    #> None
    ```
    """
    text = text.strip().strip(QUOTES).strip()
    if not text:
        return "the claim has no text"
    comparison = as_comparison(expression)
    if comparison is not None:
        return judge_bound(text, expression, value, comparison)
    if isinstance(value, bool) and text.casefold() in TURNS:
        return judge_direction(text, expression, value)
    return judge_value(text, expression, value)


def judge_value(text: str, expression: str, value: Any) -> str | None:
    """Judge what is no bound and no direction."""
    if isinstance(value, str):
        if occurs(text, value) or occurs(text.replace("`", ""), value.replace("`", "")):
            return None
        if things_in(value) == {THINGS.get(text, THINGS.get(text.casefold()))}:
            return None
        return f"the page says “{text}”, but {expression} is {brief(value)}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return judge_number(str(WORDS.get(text.casefold(), text)), expression, value)
    same = isinstance(value, bool) and text.casefold() in TRUTHS[value]
    with contextlib.suppress(TypeError, *UNPARSABLE):
        said = ast.literal_eval(text)
        same = same or (type(said) is type(value) and said == value)
    return None if same else f"the page says {text}, but {expression} is {brief(value)}"


def things_in(value: str) -> set[str]:
    """The things that a text such as `dense/kernel` or `val_loss` names.

    ```py
    from proof.check.claims import things_in

    print(things_in("sequential/dense/kernel"), things_in("val_loss"), things_in("2.1.5"))
    #> {'kernel'} {'loss'} {'2'}
    ```
    """
    return set(re.findall(r"[a-z]+|^\d+(?=\.\d+\.\d+$)", value.casefold())) & set(THINGS.values())


def plain_word(text: str) -> str:
    """*text* as both languages have it: the number, the truth value or the thing it is the word for."""
    word = text.strip().casefold()
    if thing := THINGS.get(text.strip(), THINGS.get(word)):
        return thing
    truth = next((str(value) for value, words in TRUTHS.items() if word in words), text)
    truth = TURNS.get(word, truth)
    bound = BOUND.match(word)
    if bound and (sides := sides_of(bound)):
        return f"{sides[0][0]} {bound['number'].replace(' ', '')}"
    return re.sub(r"\s+%", "%", str(WORDS.get(word, truth)))


def sides_of(bound: re.Match[str]) -> tuple[str, ...]:
    """On which sides of its number the value of a *bound* may lie, as signs; empty if it does not say."""
    return SIDES.get(bound["before"] or "", BEHIND.get(bound["behind"] or "", ()))


@cache
def proves_nothing(expression: str) -> bool:
    """Whether *expression* asks nothing of the run, so that no run could make it false.

    ```py
    from proof.check.claims import proves_nothing

    print(proves_nothing("len('x' * 25450)"))
    #> True
    print(proves_nothing("model.count_params()"))
    #> False
    ```
    """
    try:
        tree = ast.parse(expression, mode="eval")
    except UNPARSABLE:
        return False
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    asked = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return not asked - bound - set(dir(builtins))


def judge_number(text: str, expression: str, value: float) -> str | None:
    """Judge a number or an equation."""
    if not math.isfinite(value):
        return f"the page says {text}, but {expression} is {value}"
    if NUMBER.search(text) is None:
        return f"“{text}” states no number, but {expression} is {value:,}"
    sides = [side.strip() for side in text.translate(SIGNS).split("=")]
    said = [side.strip() for side in text.split("=")]
    try:
        results = [calculate(side) for side in sides]
    except (ValueError, ZeroDivisionError) as error:
        return f"“{text}” is neither a number nor an equation ({error}); keep words out of the claim"
    exact = Fraction(value) if isinstance(value, int) else Fraction(repr(value))
    slack = Fraction(0) if isinstance(value, int) else abs(exact) * ROUNDING
    for side, (result, unit) in zip(said, results, strict=True):
        if abs(result - exact) > (unit / 2 or slack):
            if len(said) == 1:
                return f"the page says {side}, but {expression} is {value:,}"
            return f"the page says {text}, but {side} is {plain(result)} and {expression} is {value:,}"
    return None


def judge_direction(text: str, expression: str, value: bool) -> str | None:
    """Judge a word such as `more` by a comparison such as `today > then`, `first` by `name == names[0]`."""
    asked = direction_of(expression)
    if asked is None:
        return (
            f"“{text}” is proven by a comparison, such as `today > then`, `name == names[0]` or "
            f"`loss == min(losses)`, not {expression}"
        )
    if TURNS[text.casefold()] not in (asked, asked.removeprefix("shape")):
        return f"the page says {text}, but {expression} asks for “{DIRECTIONS[asked][0]}”"
    return None if value else f"the page says {text}, but {expression} is {value}"


def direction_of(expression: str) -> str | None:
    """What *expression* asks for, as `DIRECTIONS` names it; None if it compares nothing in this way.

    ```py
    from proof.check.claims import direction_of

    print(direction_of("today > then"), direction_of("name == names[-1]"))
    #> > [-1]
    print(direction_of("today == then"))
    #> None
    ```
    """
    sign, other = compared(expression) or ("", None)
    if sign != "==" or other is None:
        return sign if sign in DIRECTIONS else None
    found = ast.unparse(other)
    asked = found[found.rfind("[") :] if isinstance(other, ast.Subscript) else ""
    if f"shape{asked}" in DIRECTIONS and found.endswith(f".shape{asked}"):
        asked = f"shape{asked}"
    if isinstance(other, ast.Call):
        asked = ast.unparse(other.func).rpartition(".")[2]
    return asked if asked in DIRECTIONS else None


def judge_bound(text: str, expression: str, value: Any, comparison: tuple[str, Fraction]) -> str | None:
    """Judge a bound, such as `> 97 %` by `accuracy > 0.97`."""
    if value is not True:
        return f"the page says {text}, but {expression} is {value}"
    match = BOUND.match(text.casefold())
    if match is None:
        return f"“{text}” is not a bound such as `> 0.97`, `more than 20` or `20 次以上`"
    sides = sides_of(match)
    if not sides:
        return f"“{text}” does not say on which side of it the value lies: `more than {text}`, `{text} 以上`"
    try:
        result, _ = calculate(match["number"])
    except ValueError as error:
        return f"“{text}” is not a bound such as `> 0.97` ({error})"
    wanted, number = comparison
    if result != number or wanted not in sides:
        return f"the page says {text}, but {expression} says {wanted} {plain(number)}"
    return None


def as_comparison(expression: str) -> tuple[str, Fraction] | None:
    """The sign and the number of an expression such as `accuracy > 0.97`, if it is one."""
    sign, limit = compared(expression) or ("", None)
    if sign == "==" or not isinstance(limit, ast.Constant):
        return None
    try:
        return sign, evaluate(limit)
    except ValueError:
        return None


def compared(expression: str) -> tuple[str, ast.expr] | None:
    """The sign by which *expression* compares a value, and with what; None if it is no comparison of two."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except UNPARSABLE:
        return None
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in SIGN_OF:
        return None
    return SIGN_OF[type(tree.ops[0])], tree.comparators[0]


def occurs(phrase: str, value: str) -> bool:
    """Whether *phrase* stands in *value* between word boundaries; white space counts as one.

    A phrase without letters is all of *value*, but for a sign of comparison before it.

    ```py
    from proof.check.claims import occurs

    print(occurs("linear stack", "a linear stack of layers"))
    #> True
    print(occurs("linear sta", "a linear stack of layers"))
    #> False
    print(occurs("3.11", ">=3.11"))
    #> True
    ```
    """
    if not re.search(r"[^\W\d_]", phrase):
        return phrase == value.lstrip("<>=~! ")
    words = r"\s+".join(map(re.escape, phrase.split()))
    edges = (r"(?<![\w.])" if phrase[0].isalnum() else "", r"(?!\.?\w)" if phrase[-1].isalnum() else "")
    return re.search(edges[0] + words + edges[1], value) is not None


def brief(value: Any, most: int = 120) -> str:
    """A value in one short line."""
    text = " ".join(str(value).split()) if isinstance(value, str) else repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
