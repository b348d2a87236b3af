"""Notices a thing named for another: a sentence names the opposite of what its claim asks for.

Where the expression of a claim says `val_loss`, the words around it may say loss or nothing of the kind, but
not accuracy alone; where it says `bias`, not weights alone. Nothing is demanded of what is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from proof.book import Page
from proof.check.words.reach import sentences

#: What an expression names, what it must not name besides, the words for it, and the words for its opposite.
OPPOSITES: tuple[tuple[str, str, dict[str, tuple[str, str]]], ...] = (
    (r"loss", r"acc", {"zh": ("损失", "准确率"), "en": (r"\bloss", r"\baccurac")}),
    (r"accuracy|'acc'", r"loss", {"zh": ("准确率", "损失"), "en": (r"\baccurac", r"\bloss")}),
    (r"\bval_|x_val", r"test|train", {"zh": ("验证", "测试"), "en": (r"\bvalidation", r"\btest")}),
    (
        r"[xy]_test|flat_test",
        r"[xy]_train|val_",
        {"zh": ("测试|考", "训练集"), "en": (r"\btest", r"\btraining set")},
    ),
    (
        r"[xy]_train|flat_train",
        r"[xy]_test|val_",
        {"zh": ("训练", "测试集"), "en": (r"\btrain", r"\btest set")},
    ),
    (r"\.bias\b", r"kernel|weights", {"zh": ("偏置", "权重"), "en": (r"\bbias", r"\bweight")}),
    (r"\.kernel\b", r"bias", {"zh": ("权重|核", "偏置"), "en": (r"\bweight|\bkernel", r"\bbias")}),
    (r"output", r"input", {"zh": ("输出", "输入"), "en": (r"\bout", r"\binput")}),
    (r"input", r"output", {"zh": ("输入", "输出"), "en": (r"\bin\b|\binput", r"\boutput")}),
)


def opposed(page: Page) -> Iterator[tuple[int, str]]:
    """The line of each part of a sentence of *page* that names the opposite of what its claim asks for."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        for sentence in sentences(token):
            for expression in sentence.asked:
                if said := opposite(expression, sentence.words, page.language):
                    yield (
                        token.map[0] + 1,
                        f"“{said}” is said here, but {expression} asks for the opposite",
                    )


def opposite(expression: str, words: str, language: str) -> str | None:
    """The opposite of what *expression* asks for, where *words* name that alone."""
    for by_language in asked_for(expression):
        own, other = by_language[language]
        said = re.search(other, words, re.IGNORECASE)
        if said and not re.search(own, words, re.IGNORECASE):
            return said[0]
    return None


@lru_cache(maxsize=16384)
def asked_for(expression: str) -> tuple[dict[str, tuple[str, str]], ...]:
    """The words, in each language, for what *expression* asks for, and for the opposite."""
    return tuple(
        by_language
        for named, besides, by_language in OPPOSITES
        if re.search(named, expression) and not re.search(besides, expression)
    )
