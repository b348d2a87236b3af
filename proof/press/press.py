"""Makes editions of the book, one after the other: those pages anew under which something has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from proof.book import (
    GLOSSARY,
    IDIOMS,
    NAMES,
    SETTINGS,
    Book,
    Page,
    PageError,
    Runs,
    entries,
    reached_from,
)
from proof.check import Judge
from proof.common.files import digest
from proof.common.progress import Tell, untold
from proof.press.around.runnable import runnable
from proof.press.around.twin import twin, twin_of
from proof.press.edition import (
    Digests,
    Edition,
    Grounds,
    Leaf,
    Sites,
    digests,
    held_against,
    keep,
    remembered,
)
from proof.press.expand import expand
from proof.press.notebook import notebook
from proof.press.plan import notebook_of, offered
from proof.press.shown import Reader
from proof.run import IN_PAGE, LaneError, Runner, SnippetError

#: The files on which every page rests.
OF_ALL = (NAMES, IDIOMS, GLOSSARY, SETTINGS[0])


class Press:
    """Makes editions of the book below *root*, whose pages in each language lie at an address in *sites*.

    The processes of its *runner* stay warm from one to the next. It remembers the pages of the last two, so
    that a change that is taken back costs nothing.
    """

    def __init__(self, root: Path, runner: Runner, sites: Sites) -> None:
        self.root, self.runner, self.sites = root, runner, sites
        self.book: Book | None = None
        self.last = by_grounds(remembered(root, sites))
        self.made = self.last
        self.reader = Reader(root)

    def edition(self, tell: Tell = untold) -> Edition:
        """Run what has no kept run, judge all under which something has changed, and expand it."""
        files, told, runs = digests(self.root), list[str](), Runs()
        book = Book(self.root, held_against(), self.book)
        try:
            runs = self.runner.run(book.requests(), tell)
        except (SnippetError, LaneError) as error:
            told.append(str(error))
        judge = Judge(book, runs)
        grounds = grounds_of(judge, files)
        known = {name: self.made[name, on] for name, on in grounds.items() if (name, on) in self.made}
        for page in book.pages.values():
            if name_of(page) in known:
                judge.pages[page] = known[name_of(page)].problems
                judge.pairs[page.path] = known[name_of(page)].parted
        try:
            told += judge.problems()
        except PageError as error:
            told.append(str(error))
        leaves = {
            name: known.get(name) or self.leaf(judge, page, grounds[name])
            for name, page in ((name_of(page), page) for page in book.pages.values())
        }
        told += [problem for leaf in leaves.values() for problem in leaf.misread]
        self.reader.keep()
        self.book, last = book, by_grounds(leaves)
        self.last, self.made = last, {**self.last, **last}
        edition = Edition(leaves, list(dict.fromkeys(told)), [term.zh for term in book.terms])
        if not told:
            reads = {path: known for run in runs.values() for path, known in run.reads.items()}
            data = {name for snippet in book.snippets for name in snippet.data}
            keep(self.root, self.sites, edition, Grounds(files, reads, data))
        return edition

    def leaf(self, judge: Judge, page: Page, grounds: str) -> Leaf:
        """The page as an edition holds it, made on *grounds*."""
        judged = judge.judged(page)
        resolved, parted = judged.resolved, judge.pairs.get(page.path, [])
        taken = {path: script for path, script in resolved.scripts.items() if not script.snippet.cells}
        files = {path: script.text for path, script in taken.items()}
        scripts = {path: script.beside for path, script in taken.items()}
        if offered(resolved):
            files[notebook_of(page)] = notebook(resolved, self.sites[page.language])
        if not page.problem:
            files[twin_of(page)] = twin(judged, self.sites[page.language])
        text = expand(judged)
        misread = self.reader.misread(judged, text)
        anchors, live = list(page.anchored), runnable(judged)
        return Leaf(grounds, text, anchors, files, scripts, live, judged.problems, parted, misread)


def by_grounds(leaves: Mapping[str, Leaf]) -> dict[tuple[str, str], Leaf]:
    """The pages of an edition by name and grounds."""
    return {(name, leaf.grounds): leaf for name, leaf in leaves.items()}


def name_of(page: Page) -> str:
    """The name of a page in an edition."""
    return f"{page.language}/{page.path}"


def grounds_of(judge: Judge, files: Digests) -> dict[str, str]:
    """Names, for each page, all on which the verdict on it and its text rest."""
    beside: dict[str, list[object]] = {}
    for path, known in files.items():
        beside.setdefault(path.partition(".")[0], []).append((path, known))
    of_all = digest(json.dumps([files.get(path) for path in OF_ALL]))
    return {
        name_of(page): digest(json.dumps([of_all, *ground(judge, page, files, beside)]))
        for page in judge.book.pages.values()
    }


def ground(
    judge: Judge, page: Page, files: Digests, beside: Mapping[str, list[object]]
) -> tuple[object, ...]:
    """The page in both languages, what Keras knows of its words, and what its blocks and claims stand on."""
    book = judge.book
    if unreadable := [one.problem for one in book.in_languages(page) if not one.readable]:
        return (*unreadable,)
    aligned = sorted(judge.aligned.get(page.path, ()))
    both = [files.get(one.name) for one in book.in_languages(page)]
    words = [(word, judge.known_to_keras(page, word)) for _, word in book.unknown_words(page)]
    stands: list[object] = []
    snippets: dict[str, object] = {}
    for _, source, problem in book.found(page):
        if source is None:
            stands.append(problem)
            continue
        path = source.snippet.path
        stands.append((path, source.lane.name, source.section, source.is_record))
        if path not in snippets:
            lanes = [*book.judged(source.snippet), IN_PAGE]
            runs = [judge.runs.get((path, lane.name)) for lane in lanes]
            needed = [(name, files.get(name)) for name in book.beside(source.snippet)]
            known = [run and run.digest for run in runs]
            snippets[path] = known, beside.get(path.removesuffix(".py")), needed
    listed = [list(vars(entry).values()) for entry in entries(book, page)]
    days = reached_from(book, page)
    return both, aligned, words, judge.by_the_rest(page), listed, days, stands, snippets
