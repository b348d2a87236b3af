"""Mutants of numbers: digits wherever they stand, and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.check import number_words
from proof.doubt.mutants.layout import Layout, Site
from proof.doubt.mutants.mutant import next_number

DIGITS = re.compile(r"[0-9]+")
KINDS = {
    "front": "digit of the front matter",
    "front words": "digit of the front matter",
    "include": "digit of a block",
    "command": "digit of a command",
    "claim": "digit of a claim",
    "code": "digit in code type",
    "link": "digit of a link's words",
    "target": "digit of an address",
    "html": "digit in HTML",
    "alt": "number of a picture's text",
    "id": "id",
}
#: Where proper names may stand.
NAMED = ("digit of the front matter", "digit of the prose")
#: The rest of the words of a link to another site.
EXTERNAL = re.compile(r"(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\(https?:")
#: In Chinese, what follows 一 where it counts.
COUNTED = re.compile(r"第|一(?=[个层行次轮批张列段条半])|[两二三四五六七八九十百千万零〇]")


def digits(layout: Layout) -> Iterator[Site]:
    """Every run of digits, changed, but those of expressions and of ids."""
    for match in DIGITS.finditer(layout.text):
        label = layout.labels[match.start()]
        named = re.search(r"#[\w-]*$", layout.text[max(match.start() - 60, 0) : match.start()])
        if label not in ("expression", "id") and not (label == "include" and named):
            kind = KINDS.get(label, "digit of the prose")
            if kind in NAMED and re.search(r"[^\W\d] ?$", layout.text[: match.start()][-2:]):
                kind = "digit of a name"
            if label == "link" and EXTERNAL.match(layout.text, match.start()):
                kind = "digit of an external link's words"
            yield Site(kind, *match.span(), next_number(match[0]), match[0])


def expressions(layout: Layout) -> Iterator[Site]:
    """Every run of digits of an expression, changed."""
    for match in DIGITS.finditer(layout.text):
        if layout.labels[match.start()] == "expression" and not before_letter(layout.text, match.start()):
            yield Site("digit of an expression", *match.span(), next_number(match[0]), match[0])


def before_letter(text: str, start: int) -> bool:
    """Whether the digits at *start* are the end of a name."""
    return start > 0 and (text[start - 1].isalpha() or text[start - 1] in "_#-")


def words(layout: Layout) -> Iterator[Site]:
    """Every number in words, another."""
    language = layout.page.language
    for label in ("prose", "claim", "alt", "front words", "link"):
        for number in number_words.numbers(layout.only(label), language):
            if language == "zh" and not COUNTED.match(layout.text, number.start):
                continue
            after = another(number, language)
            if number.words[0].isupper():
                after = after[0].upper() + after[1:]
            if label == "claim":
                kind = "number word of a claim"
            elif label == "alt" and number.value > 1:
                kind = "number of a picture's text"
            elif number.value > 3 and (label != "prose" or in_heading(layout.text, number.start)):
                kind = "number in words of a heading or a link"
            elif number.value > 3:
                kind = "number in words, from four on"
            else:
                kind = "two or three in words" if number.value > 1 else "none, one or first"
            yield Site(kind, number.start, number.end, after, (number.value, number.place))


def in_heading(text: str, start: int) -> bool:
    """Whether the line at *start* is a heading."""
    return text.startswith("#", text.rfind("\n", 0, start) + 1)


def another(number: number_words.Number, language: str) -> str:
    """Another number in words, of the same kind."""
    if number.value == 3:
        return number_words.said(2, language, number.place)
    if number.value < 90:
        return number_words.said(number.value + 1, language, number.place)
    if language == "en":
        return f"{number.words} and one"
    return number.words + "一" if number.words[-1] in "十百千万" else number.words[:-1] + "十"
