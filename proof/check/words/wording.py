"""Checks how a page is worded: one translation for each term, and the typography of Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import autocorrect_py

from proof.book import GLOSSARY, Page, Term, any_of, occurs, without_ids

#: A link with a title, on one line.
TITLE = re.compile(r"""(\]\([^\s()]+) (?:"[^"\n]*"|'[^'\n]*')\)""")


@lru_cache(maxsize=1024)
def texts(page: Page) -> tuple[tuple[int, str], ...]:
    """The words of each block of *page*, without code and ids, with their lines."""
    return tuple(
        (
            token.map[0] + 1,
            without_ids(
                "".join(child.content if child.type == "text" else " " for child in token.children or [])
            ),
        )
        for token in page.tokens
        if token.type == "inline" and token.map is not None
    )


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
        here, there = term.among(whole["zh"], "zh"), term.among(whole["en"], "en")
        if term.together and (here or there):
            for (line, ours), (beside, theirs) in both:
                if term.among(ours, "zh") != term.among(theirs, "en"):
                    yield (
                        f"{zh.name}:{line}: {term.zh} here, {' or '.join(term.en)} at {en.name}:{beside}: "
                        f"the one without the other ({GLOSSARY})"
                    )
        elif here != there:
            words, (has, lacks) = " or ".join(term.en), (zh, en) if here else (en, zh)
            yield f"{lacks.name}:1: {has.name} has {term.zh} ({words}), which is not here ({GLOSSARY})"


def typography(page: Page) -> Iterator[str]:
    """Where the spacing and the punctuation of Chinese are not as they should be.

    What a claim asks for is left out: the linter takes parentheses in the title of a link for its end.
    """
    text = TITLE.sub(r"\1)", page.text)
    for found in autocorrect_py.lint_for(text, "markdown").lines if page.language == "zh" else ():
        yield f"{page.name}:{found.line}: write “{found.new}” for “{found.old}”"
