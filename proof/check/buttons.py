"""Which scripts a page can run by itself, and why it cannot run the others.

A run decides, in the lane that has what a page has: a script that prints there what is recorded, to the sign,
may have a button. Whatever else it prints is no fault of anybody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator

from proof.book import LANGUAGES, Book, Fence, Page, Runs, Source, for_page, kept_from_pages
from proof.record import RecordError, records
from proof.run import IN_PAGE, Run, Snippet, failure, sections

#: Why a page cannot run a script, in the order in which it is told, and in words.
REASONS = {
    "trains": "it trains",
    "backend": "it names another backend, or needs it",
    "process": "it starts a process, or needs one of its own",
    "missing": "it needs data or a library that no page has",
    "otherwise": "it prints something else there than is recorded",
}
#: By what the way in which a run ended tells why; each is looked for in the exception, by its turn.
SIGNS = {
    "trains": re.compile(r"not implemented for NumPy backend"),
    "process": re.compile(r"does not support processes|can't start new thread"),
    "backend": re.compile(r"No module named '(?:jaxlib|openvino|tensorflow|tf_keras|torch)\b"),
    "missing": re.compile(r"No module named|ImportError|module '\w+' has no attribute"),
}
#: What a script says that is about the backend.
ABOUT_BACKENDS = re.compile(r"KERAS_BACKEND|\bbackend\(\)|\btensorflow\b")


def blocks(book: Book, page: Page) -> Iterator[tuple[Fence, Source]]:
    """The blocks of *page* that show a script of today, or a section of one that runs for itself."""
    for item, source, _ in book.found(page):
        if isinstance(item, Fence) and source and runs_alone(source):
            yield item, source


def in_words(snippet: Snippet, runs: Runs) -> str:
    """Whether a page can run *snippet*, and why not."""
    reason = why_none(snippet, runs)
    return f"no button, for {REASONS[reason]}" if reason else "a page can run it"


def runs_alone(source: Source) -> bool:
    """Whether a block shows a script of today, or a section that is within no function and no other."""
    snippet = source.snippet
    if source.is_record or snippet.problem or snippet.notebook or snippet.example:
        return False
    if snippet.record(source.lane) != snippet.record(IN_PAGE):
        return False
    if source.section is None:
        return True
    first, last = sections.lines(snippet.source).get(source.section, (0, 0))
    return [number for number in snippet.cuts if first <= number <= last] == [first, last]


def why_none(snippet: Snippet, runs: Runs) -> str | None:
    """Why a page cannot run *snippet*: one of the reasons; None if it can, or nobody knows."""
    if reason := kept_from_pages(snippet):
        return reason
    run = runs.get((snippet.path, IN_PAGE.name))
    return why_otherwise(snippet, run) if run and not prints_as_recorded(snippet, run) else None


def may_run(snippet: Snippet, runs: Runs) -> bool:
    """Whether a page can run *snippet*, as a run has shown."""
    return for_page(snippet) and (snippet.path, IN_PAGE.name) in runs and why_none(snippet, runs) is None


def may_have_one(source: Source, runs: Runs) -> bool:
    """Whether the block that shows *source* may have a button."""
    return runs_alone(source) and may_run(source.snippet, runs)


def prints_as_recorded(snippet: Snippet, run: Run) -> bool:
    """Whether *run* printed what is recorded, and nothing of it varies."""
    if failure(snippet, run) or snippet.volatile:
        return False
    try:
        record = records.read(snippet.root, snippet.record(IN_PAGE))
    except RecordError:
        return False
    found = records.comparable(records.render(snippet, run), exactly=False)
    return found == records.comparable(record, exactly=False)


def why_otherwise(snippet: Snippet, run: Run) -> str:
    """Why *run* did something else than is recorded."""
    ended = "\n".join((run.error or {}).values())
    found = next((reason for reason, sign in SIGNS.items() if run.error and sign.search(ended)), "otherwise")
    if found == "otherwise" and ABOUT_BACKENDS.search(snippet.shown()):
        return "backend"
    return found


def lines(book: Book, runs: Runs, accepted: Container[str]) -> Counter[str] | None:
    """The blocks with a button as the list of what is held names them; None where the lane has not run.

    Where one script has not, what was *accepted* of it stays.
    """
    if not any(lane == IN_PAGE.name for _, lane in runs):
        return None
    found: Counter[str] = Counter()
    for page in book.pages.values():
        for _, source in blocks(book, page) if page.language == LANGUAGES[0] else ():
            section = f":{source.section}" if source.section else ""
            line = f"button {page.path}: {source.snippet.path}{section}"
            unknown = for_page(source.snippet) and (source.snippet.path, IN_PAGE.name) not in runs
            if may_run(source.snippet, runs) or (unknown and line in accepted):
                found[line] += 1
    return found


def counted(book: Book, runs: Runs) -> dict[str, int]:
    """How many blocks of all pages have a button, and how many have none, by reason."""
    found = dict.fromkeys(("button", *(f"without: {reason}" for reason in REASONS)), 0)
    for page in book.pages.values():
        for _, source in blocks(book, page):
            reason = why_none(source.snippet, runs)
            found[f"without: {reason}" if reason else "button"] += 1
    return found
