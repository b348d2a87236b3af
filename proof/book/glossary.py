"""The glossary: one translation for each term, and the words that are not used for it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from proof.book.pages import LANGUAGES, PageError

GLOSSARY = "docs/glossary.toml"


@dataclass(frozen=True)
class Term:
    """One term: its Chinese, the English words for it, and the words of either that are not used.

    A term that stands `together` is in the same block of both languages, or in neither; any other on
    the same page. `also` are words that readers may type for it.
    """

    zh: str
    en: tuple[str, ...]
    never: tuple[str, ...] = ()
    together: bool = False
    also: tuple[str, ...] = ()

    def among(self, text: str, language: str) -> bool:
        """Whether *text*, in *language*, holds the term."""
        return any(occurs(word, text) for word in ([self.zh] if language == "zh" else self.en))


def occurs(word: str, text: str) -> bool:
    """Whether *word* stands in *text*, as a word of its own where words are written apart."""
    return any_of((word,)).search(text) is not None


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of *words*, each as a word of its own where words are written apart."""
    edges = ((r"\b" if word.isascii() else "", re.escape(word)) for word in words)
    return re.compile("|".join(f"{edge}{word}{edge}" for edge, word in edges), re.IGNORECASE)


def glossary(root: Path) -> list[Term]:
    """The terms of the book.

    Raises:
        PageError: if the file cannot be read; the message names it.
    """
    file = root / GLOSSARY
    if not file.exists():
        return []
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return [
            Term(
                row["zh"],
                tuple(row["en"]),
                tuple(row.get("never", ())),
                row.get("together", False),
                tuple(row.get("also", ())),
            )
            for row in table["term"]
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise PageError(f"{GLOSSARY}:1: a term needs `zh` and a list `en`: {error!r}") from None


def typed(root: Path, language: str) -> dict[str, str]:
    """What readers of a *language* may type, though no page says it, and the term for it.

    Raises:
        PageError: if the glossary cannot be read; the message names it.
    """
    found = {}
    for term in glossary(root):
        said = term.zh if language == LANGUAGES[0] else term.en[0]
        for word in (*term.also, *term.never):
            if word.isascii() or language == LANGUAGES[0]:
                found[word.casefold()] = said
    return found


def traditional(root: Path) -> str:
    """The signs of the terms in their traditional form, each before the one that pages use: `參参數数`.

    Raises:
        PageError: if the glossary cannot be read; the message names it.
    """
    file = root / GLOSSARY
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{GLOSSARY}:1: {error}") from None
    return "".join(str(table.get("traditional", "")).split())
