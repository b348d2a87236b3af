"""Files come in; pages go out, with all that stands behind each of their items. Judges nothing.

`Book` says what must have run; `resolve` puts a page and its runs together, once, as plain data for those
who judge it and those who show it. May call `record`, `run` and `common`.
"""

from proof.book import pages, skeleton
from proof.book.book import Book, Runs, for_page, kept_from_pages
from proof.book.glossary import GLOSSARY, LISTED, Term, any_of, occurs, traditional, typed
from proof.book.lists import IDIOMS, NAMES, REACHED
from proof.book.page import PageError
from proof.book.page.front import FRONT_MATTER, SETTINGS
from proof.book.page.items import (
    ANNOTATED,
    Claim,
    Fence,
    Figure,
    Item,
    Picture,
    asks,
    notes_below,
    titled,
    without_proof,
)
from proof.book.page.notebook import Notebook
from proof.book.page.page import LANGUAGES, Page
from proof.book.pages import ensure_book, page_at
from proof.book.resolved import Resolved, ResolvedPage, Script, entries, reached_from, resolve
from proof.book.sources import Source
from proof.book.words import CODE_LINES, HEADING_ID, READ, Section, sections_of, spans, texts, without_ids

__all__ = [
    "ANNOTATED",
    "CODE_LINES",
    "FRONT_MATTER",
    "GLOSSARY",
    "HEADING_ID",
    "IDIOMS",
    "LANGUAGES",
    "LISTED",
    "NAMES",
    "REACHED",
    "READ",
    "SETTINGS",
    "Book",
    "Claim",
    "Fence",
    "Figure",
    "Item",
    "Notebook",
    "Page",
    "PageError",
    "Picture",
    "Resolved",
    "ResolvedPage",
    "Runs",
    "Script",
    "Section",
    "Source",
    "Term",
    "any_of",
    "asks",
    "ensure_book",
    "entries",
    "for_page",
    "kept_from_pages",
    "notes_below",
    "occurs",
    "page_at",
    "pages",
    "reached_from",
    "resolve",
    "sections_of",
    "skeleton",
    "spans",
    "texts",
    "titled",
    "traditional",
    "typed",
    "without_ids",
    "without_proof",
]
