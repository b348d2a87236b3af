"""Checks how a page is worded: one translation for each term, and the typography of Chinese."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import autocorrect_py

from proof.pages import Page, PageError
from proof.prose import without_ids

GLOSSARY = "docs/glossary.toml"


@dataclass(frozen=True)
class Term:
    """One term: its Chinese, the English words for it, and the words of either that are not used.

    A term that stands `together` is in the same block of both languages, or in neither; any other on
    the same page.
    """

    zh: str
    en: tuple[str, ...]
    never: tuple[str, ...] = ()
    together: bool = False

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
            Term(row["zh"], tuple(row["en"]), tuple(row.get("never", ())), row.get("together", False))
            for row in table["term"]
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise PageError(f"{GLOSSARY}:1: a term needs `zh` and a list `en`: {error!r}") from None


def texts(page: Page) -> list[tuple[int, str]]:
    """The words of each block of *page*, without code and ids, with their lines."""
    return [
        (
            token.map[0] + 1,
            without_ids(
                "".join(child.content if child.type == "text" else " " for child in token.children or [])
            ),
        )
        for token in page.tokens
        if token.type == "inline" and token.map is not None
    ]


def refused(page: Page, terms: list[Term]) -> Iterator[str]:
    """Each word of *page* that the book does not use, as `file:line: message`."""
    instead = {word: term for term in terms for word in term.never}
    for line, text in texts(page):
        if not instead or not any_of(tuple(instead)).search(text):
            continue
        for word, term in instead.items():
            if occurs(word, text):
                yield (
                    f"{page.name}:{line}: “{word}” is not used here; write {term.zh} in Chinese, "
                    f"{term.en[0]} in English ({GLOSSARY})"
                )


def untranslated(zh: Page, en: Page, terms: list[Term]) -> Iterator[str]:
    """Each term that stands in one language only, as `file:line: message`."""
    both = list(zip(texts(zh), texts(en), strict=False))
    whole = {page.language: "\n".join(text for _, text in texts(page)) for page in (zh, en)}
    for term in terms:
        if term.together:
            for (line, ours), (there, theirs) in both:
                if term.among(ours, "zh") != term.among(theirs, "en"):
                    yield (
                        f"{zh.name}:{line}: {term.zh} here, {' or '.join(term.en)} at {en.name}:{there}: "
                        f"the one without the other ({GLOSSARY})"
                    )
            continue
        here, there = term.among(whole["zh"], "zh"), term.among(whole["en"], "en")
        words, (has, lacks) = " or ".join(term.en), (zh, en) if here else (en, zh)
        if here != there:
            yield f"{lacks.name}:1: {has.name} has {term.zh} ({words}), which is not here ({GLOSSARY})"


def typography(page: Page) -> Iterator[str]:
    """Where the spacing and the punctuation of Chinese are not as they should be."""
    for found in autocorrect_py.lint_for(page.text, "markdown").lines if page.language == "zh" else ():
        yield f"{page.name}:{found.line}: write “{found.new}” for “{found.old}”"
