"""Where the site has what: each page at an address of its own, and nothing there that is not judged."""

from __future__ import annotations

from collections.abc import Iterator

from proof.book import REACHED, SETTINGS, Book, Page
from proof.check.words.prose import DIGITS, without_names

#: Where the site has other things than pages, in each language; and where the English half is in the other.
TAKEN = ("assets/", "cards/", "search/", "snippets/")
ENGLISH = "en/"


def misplaced(book: Book) -> Iterator[str]:
    """Each page that would lie where something else does, as `file:line: message`."""
    places: dict[str, Page] = {}
    for page in book.pages.values():
        address = page.folder
        if page.language == "zh" and f"{address}/".startswith(ENGLISH):
            yield f"{page.name}:1: it would stand in {ENGLISH}, where the English half is; call it otherwise"
        elif address.startswith(TAKEN):
            folder = address.partition("/")[0]
            yield f"{page.name}:1: the site has other things in {folder}/; call it otherwise"
        place = f"{page.language}/{address}".casefold()
        if place in places:
            yield f"{page.name}:1: it would stand where {places[place].name} does; call one of them otherwise"
        places.setdefault(place, page)


def missing(book: Book) -> Iterator[str]:
    """Each page of the menu that is not there, as `file:line: message`."""
    paths = {page.path for page in book.pages.values()}
    for line, path in book.menu_lines:
        if "://" not in path and path not in paths:
            yield f"{SETTINGS[0]}:{line}: the menu names {path}, and there is no docs/zh/{path}"


def unlinked(book: Book) -> Iterator[str]:
    """Each address that readers are said to be sent to, and no page links to, as `file:line: message`."""
    texts = [page.text for page in book.pages.values() if page.readable]
    for address in book.reached:
        if not any(f"]({address.url})" in text for text in texts):
            yield f"{REACHED}:{address.line}: no page links to {address.url}; remove it"


def misnamed(book: Book) -> Iterator[str]:
    """The digits in settings that readers see, which nothing proves, as `file:line: message`."""
    for file, line, text in book.settings_words:
        for digits in DIGITS.findall(without_names(text, book.allowed)):
            what = f"“{digits}” stands in a setting that readers see, where nothing can prove it"
            yield f"{file}:{line}: {what}"
