"""Calculates what a page writes as a sum, exactly, and says how exactly it was written."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def calculate(side: str) -> tuple[Fraction, Fraction]:
    """The value of one side of an equation, and one unit of its last printed digit.

    A side that calculates is exact (its unit is 0), as is a whole number.

    ```py
    from proof.check.arithmetic import calculate

    print(*calculate("97.8 %"))
    #> 489/500 1/1000
    print(*calculate("784 × 32 + 32".replace("×", "*")))
    #> 25120 0
    ```

    Raises:
        ValueError: if *side* is not arithmetic.
    """
    percent = side.rstrip().endswith("%")
    bare = side.rstrip().removesuffix("%").strip()
    scale = Fraction(1, 100) if percent else Fraction(1)
    plain_text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", bare)
    if re.fullmatch(r"[-+]?\d+(?:\.\d+)?", plain_text):
        places = int(Decimal(plain_text).as_tuple().exponent)
        unit = Fraction(10) ** places if places < 0 or percent else Fraction(0)
        return Fraction(plain_text) * scale, unit * scale
    try:
        return evaluate(ast.parse(plain_text, mode="eval").body) * scale, Fraction(0)
    except (SyntaxError, RecursionError, MemoryError):
        raise ValueError(f"{side!r} cannot be calculated") from None


def evaluate(node: ast.expr) -> Fraction:
    """Calculate a tree of numbers, signs and brackets, exactly."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return Fraction(str(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -evaluate(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        left, right = evaluate(node.left), evaluate(node.right)
        if isinstance(node.op, ast.Pow) and (right.denominator != 1 or abs(right) > 64 or abs(left) > 10**64):
            raise ValueError("the power is not a small whole number")
        return Fraction(OPERATORS[type(node.op)](left, right))
    raise ValueError(f"{ast.unparse(node)!r} is not arithmetic")


def plain(number: Fraction) -> str:
    """A fraction as a reader would write it, if it can be written out."""
    try:
        return f"{int(number):,}" if number.denominator == 1 else f"{float(number):,}"
    except (OverflowError, ValueError):
        return "a number beyond all bounds"
