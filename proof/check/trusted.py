"""What nothing proves and the book takes on trust, and what it holds: one line each in a file of the book.

Whoever takes more on trust, or holds less, is told so until the line is in the file, where a review sees it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from proof.book import LANGUAGES, Book, Page
from proof.check.claims import as_comparison
from proof.common.files import listed, text_of, write_atomically
from proof.run import HOMES, IN_PAGE, Snippet, named

TRUSTED, EQUIVALENTS = "docs/trusted.txt", "tests/equivalents.toml"
HEAD = """\
# What the book takes on trust, and what it holds. `python -m proof trust` writes this file, and nothing else
# does: a line that is new, or gone, is for whoever reviews the change.
"""
#: What is held, and must not become less; all other lines are taken on trust, and must not become more.
HELD = ("button", "claims", "refused", "together", "introduced")
MEANT = "if it is meant, `python -m proof trust` accepts it"
#: The lines of the file, each with how often it holds and where it stands.
Accepted = dict[str, tuple[int, int]]
LINE = re.compile(r"(?P<kind>\S+) (?P<what>.*?)(?: = (?P<count>\d+))?")


def taken(book: Book, buttons: Counter[str] | None = None) -> Counter[str]:
    """What is taken on trust or held, line by line, and how often.

    Which blocks have *buttons*, runs say; where none do, what was accepted holds.
    """
    found = Counter(line for part in (of_words, of_pages, of_scripts) for line in part(book))
    if buttons is None:
        known = accepted(book.root)
        buttons = Counter({line: count for line, (count, _) in known.items() if line.startswith("button ")})
    return found + buttons


def of_words(book: Book) -> Iterator[str]:
    """What stands in the lists of the book."""
    for name in book.names:
        yield f"name {name.text}" + (f" asks {name.lane} {name.library}" if name.lane else "")
    yield from (f"idiom {idiom.language} {idiom.text}" for idiom in book.idioms)
    yield from (f"reached {address.url} on {address.day}" for address in book.reached if address.day)
    for term in book.terms:
        yield from (f"refused {word}" for word in term.never)
        yield from [f"together {term.zh}"] if term.together else []
        yield from [f"introduced {term.zh}"] if term.introduced else []
    try:
        rows: Any = tomllib.loads(text_of(book.root, EQUIVALENTS, missing=""))
    except tomllib.TOMLDecodeError:
        return  # those who use it say what is wrong with it
    for row in rows.get("equivalent", []):
        yield f"equivalent {row.get('kind')} in {' '.join(row.get('paths', []))}: {row.get('line')}"


def of_pages(book: Book) -> Iterator[str]:
    """What stands on the pages of one language; that the other has the same is held elsewhere."""
    for page in book.pages.values():
        if page.language != LANGUAGES[0]:
            continue
        for fence in page.contents.fences:
            if fence.reason and not fence.include:
                yield f"unchecked {page.path}: {' '.join(fence.body.split())}"
        for claim in page.contents.claims:
            yield f"claims {page.path}"
            if as_comparison(claim.expression):
                yield f"bound {page.path}: {claim.expression}"


def of_scripts(book: Book) -> Iterator[str]:
    """What scripts say of themselves, and the records that no home lane writes."""
    for snippet in book.snippets:
        for what, rest in of_script(snippet) if not snippet.problem else ():
            yield f"{what} {snippet.path} {rest}".rstrip()


def of_script(snippet: Snippet) -> Iterator[tuple[str, str]]:
    """What one script says of itself: the kind, and the rest."""
    settings = snippet.settings
    yield from (("volatile", field) for field in settings.get("volatile", []))
    yield from (("tolerance", f"{name} {bound}") for name, bound in settings.get("tolerance", {}).items())
    yield from (("differs", lane) for lane in settings.get("differs", {}))
    yield from [("trains", "")] if settings.get("trains") else []
    families = {lane.family for lane in snippet.lanes}
    missing = {lane.name for lane in named(families) if lane.proves} - {lane.name for lane in snippet.lanes}
    if missing and not settings.get("trains"):
        yield "lanes", f"without {' '.join(sorted(missing))}"
    homes = {snippet.record(lane) for lane in snippet.lanes if lane in HOMES}
    others = {snippet.record(lane) for lane in snippet.lanes} - homes
    yield from (("record", record.split(".")[-2]) for record in sorted(others))


def accepted(root: Path) -> Accepted:
    """The lines of the file, each with how often it holds and where it stands."""
    found: Accepted = {}
    for number, line in listed(root, TRUSTED):
        if match := LINE.fullmatch(line):
            found[f"{match['kind']} {match['what']}"] = int(match["count"] or 1), number
    return found


def written(lines: Counter[str]) -> str:
    """The file that accepts these *lines*."""
    return HEAD + "".join(
        f"{line} = {count}\n" if count > 1 else f"{line}\n" for line, count in sorted(lines.items())
    )


def losses(book: Book, buttons: Counter[str] | None = None) -> Iterator[str]:
    """What is newly taken on trust, and what is no longer held, each as `file:line: message`."""
    known = accepted(book.root)
    if not known:
        return  # a book that has accepted nothing yet
    now = taken(book, buttons)
    for line in sorted({*known, *now}):
        before, place = known.get(line, (0, 1))
        held = line.startswith(tuple(f"{kind} " for kind in HELD))
        if line.startswith("claims "):
            continue  # told where the page is judged
        if held and now[line] < before:
            yield f"{TRUSTED}:{place}: no longer held: {line}; {lost(line)}{MEANT}"
        if not held and now[line] > before:
            yield f"{TRUSTED}:{place}: newly taken on trust: {line}; {MEANT}"


def lost(line: str) -> str:
    """How to see what has become of what a *line* held."""
    if not line.startswith("button "):
        return ""
    script = line.rpartition(": ")[2].partition(":")[0]
    return f"`python -m proof --lane {IN_PAGE.name} run {script}` shows what a page would print; "


def fewer_claims(known: Accepted, page: Page) -> Iterator[tuple[int, str]]:
    """That *page* has fewer claims than is *known*, if so."""
    before, _ = known.get(f"claims {page.path}", (0, 0))
    now = len(page.contents.claims)
    if page.language == LANGUAGES[0] and now < before:
        yield 1, f"it has {now} claims, and had {before}; {MEANT}"


def trust(book: Book, buttons: Counter[str] | None = None) -> list[str]:
    """Accept what is taken on trust and held now; give the lines that change, with `+` and `-`."""
    text, old = written(taken(book, buttons)), text_of(book.root, TRUSTED, missing="")
    before, after = old.splitlines(), text.splitlines()
    if text != old:
        write_atomically(book.root / TRUSTED, text)
    gone = [f"-{line}" for line in before if line not in {*after}]
    return gone + [f"+{line}" for line in after if line not in {*before}]


def counted(book: Book) -> dict[str, int]:
    """How much of each kind is taken on trust."""
    found = Counter(line.partition(" ")[0] for line in taken(book).elements())
    return {kind: count for kind, count in sorted(found.items()) if kind not in HELD}
