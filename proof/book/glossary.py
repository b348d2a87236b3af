"""The glossary: one translation for each term, and the words that are not used for it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from proof.book.page import PageError
from proof.book.page.page import LANGUAGES
from proof.common.files import text_of

GLOSSARY = "docs/glossary.toml"
#: The page that has an entry for each term, in both languages.
LISTED = "glossary.md"
ADDRESS = re.compile(r"[^\s#]+#[\w-]+")
#: What the glossary may say of a term.
KNOWN = ("zh", "en", "never", "together", "introduced", "also")
EXAMPLE = """\
    [[term]]
    zh = "层"
    en = ["layer", "layers"]"""


@dataclass(frozen=True)
class Term:
    """One term: its Chinese, the English words for it, and the words of either that are not used.

    A term that stands `together` is in the same block of both languages, or in neither; any other on
    the same page. It is `introduced` in a section, `page.md#section`; "" where that is not said. `also`
    are words that readers may type for it. It begins on this `line` of the glossary.
    """

    zh: str
    en: tuple[str, ...]
    never: tuple[str, ...] = ()
    together: bool = False
    introduced: str = ""
    also: tuple[str, ...] = ()
    line: int = 1

    @property
    def anchor(self) -> str:
        """The id of its entry on the page that lists the terms."""
        return re.sub(r"\W+", "-", self.en[0].lower())

    def said(self, language: str) -> str:
        """The term in *language*."""
        return self.zh if language == LANGUAGES[0] else self.en[0]

    def typed(self, language: str) -> list[str]:
        """What readers of a *language* may type for it, though no page says it."""
        words = (*self.also, *self.never)
        return [word for word in words if word.isascii() or language == LANGUAGES[0]]

    def among(self, text: str, language: str) -> bool:
        """Whether *text*, in *language*, holds the term."""
        return any(occurs(word, text) for word in ([self.zh] if language == "zh" else self.en))


def occurs(word: str, text: str) -> bool:
    """Whether *word* stands in *text*, as a word of its own where words are written apart."""
    return word.lower() in lowered(text) and any_of((word,)).search(text) is not None


def count(words: tuple[str, ...], text: str) -> int:
    """How often any of *words* stands in *text*, each as a word of its own where words are written apart."""
    return len(any_of(words).findall(text)) if any(occurs(word, text) for word in words) else 0


@lru_cache(maxsize=1024)
def lowered(text: str) -> str:
    """*text* in lower case, in which a word is found sooner."""
    return text.lower()


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
    text = text_of(root, GLOSSARY, missing="")
    try:
        rows: Any = tomllib.loads(text).get("term", [])
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = place[1] if place else str(text.count("\n") + 1)
        raise PageError(f"{GLOSSARY}:{line}: not TOML: {error}") from None
    except RecursionError:
        raise PageError(f"{GLOSSARY}:1: not TOML that can be read: it is nested too deep") from None
    starts = [text.count("\n", 0, start.start()) + 1 for start in re.finditer(r"(?m)^ *\[\[ *term", text)]
    if not isinstance(rows, list):
        raise PageError(f"{GLOSSARY}:1: each term begins with a line [[term]]")
    found = []
    for number, row in enumerate(rows):
        line = starts[number] if number < len(starts) else 1
        if wrong := wrong_with(row):
            raise PageError(f"{GLOSSARY}:{line}: {wrong}, as in\n{EXAMPLE}")
        never, together = tuple(row.get("never", ())), row.get("together", False)
        introduced = row.get("introduced", "")
        also = tuple(row.get("also", ()))
        found.append(Term(row["zh"], tuple(row["en"]), never, together, introduced, also, line))
    return found


def wrong_with(row: Any) -> str | None:
    """What is wrong with a *row* of the glossary; None if nothing."""
    if not isinstance(row, dict) or not isinstance(row.get("zh"), str) or not row["zh"].strip():
        return "a term has its Chinese, `zh`, a text"
    for name, needed in (("en", True), ("never", False), ("also", False)):
        words = row.get(name, [])
        texts = isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)
        if not texts or (needed and not words):
            return f"`{name}` of the term {row['zh']} is a list of texts"
    if not isinstance(row.get("together", False), bool):
        return f"`together` of the term {row['zh']} is true or false"
    introduced = row.get("introduced", "page.md#section")
    if not isinstance(introduced, str) or not ADDRESS.fullmatch(introduced):
        return f"`introduced` of the term {row['zh']} is a section of a page, such as page.md#section"
    if unknown := row.keys() - KNOWN:
        return f"the term {row['zh']} does not know {', '.join(sorted(unknown))}, but {', '.join(KNOWN)}"
    return None


def typed(root: Path, language: str) -> dict[str, str]:
    """What readers of a *language* may type, though no page says it, and the term for it.

    Raises:
        PageError: if the glossary cannot be read; the message names it.
    """
    terms = glossary(root)
    return {word.casefold(): term.said(language) for term in terms for word in term.typed(language)}


def traditional(root: Path) -> str:
    """The signs of the terms in their traditional form, each before the one that pages use: `參参數数`.

    Raises:
        PageError: if the glossary cannot be read; the message names it.
    """
    try:
        table = tomllib.loads(text_of(root, GLOSSARY, missing=""))
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{GLOSSARY}:1: not TOML: {error}") from None
    return "".join(str(table.get("traditional", "")).split())
