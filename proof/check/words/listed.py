"""Holds the page that lists the terms against the glossary: each has its entry there, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.book import GLOSSARY, LISTED, Book, Page

ENTRY = re.compile(r"(?m)^### (?P<said>.*) \{ #(?P<id>[\w-]+) \}$")


def unlisted(book: Book, page: Page) -> Iterator[tuple[int, str]]:
    """Where *page*, if it is the one that lists the terms, is not as the glossary has it."""
    if page.path != LISTED:
        return
    terms = {term.anchor: term for term in book.terms}
    found = {entry["id"]: entry for entry in ENTRY.finditer(page.text)}
    last = page.text.count("\n")
    for anchor, term in terms.items():
        if anchor not in found:
            head = f"### {term.said(page.language)} {{ #{anchor} }}"
            yield last, f"{term.zh} of {GLOSSARY} has no entry; write `{head}`, and a sentence with a claim"
    for anchor, entry in found.items():
        line = page.text.count("\n", 0, entry.start()) + 1
        if anchor not in terms:
            yield line, f"#{anchor} is the entry of no term in {GLOSSARY}"
        elif entry["said"].casefold() != terms[anchor].said(page.language).casefold():
            yield line, f"this is the entry of {terms[anchor].said(page.language)}; head it so"
