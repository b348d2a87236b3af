"""Reads numbers that are written in words, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
VALUES = {word: value for value, word in enumerate(UNITS)}
VALUES |= {word: 10 * place for place, word in enumerate(TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}
SCALES |= {f"{word}s": value for word, value in SCALES.items()}
PLACES = {word: place for place, word in enumerate(ORDINALS, start=1)}
PLACES |= {f"{word}s": place for word, place in PLACES.items() if place > 2}
WORD = "|".join(sorted([*VALUES, *SCALES], key=len, reverse=True))
#: One number in English; “a hundred and twenty-eight” is one, and “two and four” are two.
ENGLISH = re.compile(
    rf"\b(?:(?P<place>{'|'.join(PLACES)})"
    rf"|(?:{WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{WORD}))*)\b",
    re.IGNORECASE,
)
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
#: The least digits that stand side by side as a number, as in 二〇一八.
YEAR = 4
CHINESE = re.compile(f"第?[{''.join([*DIGITS, *POWERS])}]+")


@dataclass(frozen=True)
class Number:
    """A number in words, between two offsets of its text, and its value."""

    start: int
    end: int
    words: str
    value: int
    place: bool = False


def numbers(text: str, language: str) -> Iterator[Number]:
    """The numbers in words in *text*, in order.

    ```py
    from proof.check.words.numbers import numbers

    print([number.value for number in numbers("two hundred and fifty-five, the fourth", "en")])
    #> [255, 4]
    print([number.value for number in numbers("一千零二十四，第四", "zh")])
    #> [1024, 4]
    ```
    """
    for match in (ENGLISH if language == "en" else CHINESE).finditer(text):
        words = match[0]
        if 1 < len(words) < YEAR and not set(words) - {*DIGITS}:
            continue  # 一一, 三三两两
        if language == "en" and match["place"]:
            yield Number(*match.span(), words, PLACES[words.casefold()], place=True)
        else:
            value = in_english(words.casefold()) if language == "en" else in_chinese(words.lstrip("第"))
            yield Number(*match.span(), words, value, place=words.startswith("第"))


def in_english(words: str) -> int:
    """The value of a number in English."""
    whole, part = 0, 0
    for word in re.findall(r"[a-z]+", words.replace(" and ", " ")):
        if word in SCALES and SCALES[word] > 100:
            whole, part = whole + (part or 1) * SCALES[word], 0
        elif word in SCALES:
            part = (part or 1) * SCALES[word]
        else:
            part += VALUES[word]
    return whole + part


def in_chinese(words: str) -> int:
    """The value of a number in Chinese; of digits side by side, such as 二〇一八, that of them all."""
    if not set(words) & set(POWERS):
        return int("".join(str(DIGITS[sign]) for sign in words))
    whole, part, digit = 0, 0, 0
    for sign in words:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif POWERS[sign] < 10**4:
            part, digit = part + (digit or 1) * POWERS[sign], 0
        else:
            whole, part, digit = (whole + part + digit or 1) * POWERS[sign], 0, 0
    return whole + part + digit


def said(value: int, language: str, place: bool = False) -> str:
    """A number below 100 in words.

    ```py
    from proof.check.words.numbers import said

    print(said(33, "en"), said(33, "zh"), said(4, "en", place=True))
    #> thirty-three 三十三 fourth
    ```
    """
    if language == "en":
        if place:
            return ORDINALS[(value - 1) % len(ORDINALS)]
        if value < len(UNITS):
            return UNITS[value]
        return TENS[value // 10 % 10 - 2] + (f"-{UNITS[value % 10]}" if value % 10 else "")
    signs = "零一二三四五六七八九"
    tens, unit = divmod(value % 100, 10)
    text = (
        (signs[tens] if tens > 1 else "") + ("十" if tens else "") + (signs[unit] if unit or not tens else "")
    )
    return f"第{text}" if place else text
