"""Makes editions of the book, one after the other: those pages anew under which something has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from proof import downloads, prose, wording
from proof.book import Book, Runs
from proof.edition import Digests, Edition, Grounds, Leaf, Sites, digests, keep, remembered
from proof.expand import expand
from proof.files import digest
from proof.judge import Judge
from proof.notebook import notebook
from proof.pages import LANGUAGES, Page, PageError
from proof.plan import notebook_of, offered
from proof.runner import LaneError, Runner
from proof.runs import Run
from proof.snippets import Snippet, SnippetError

#: The files on which every page rests.
OF_ALL = (prose.NAMES, wording.GLOSSARY)
Progress = Callable[[int, int, Run | None], None]


class Press:
    """Makes editions of the book below *root*, whose pages in each language lie at an address in *sites*.

    The processes of its *runner* stay warm from one to the next.
    """

    def __init__(self, root: Path, runner: Runner, sites: Sites) -> None:
        self.root, self.runner, self.sites = root, runner, sites
        self.book: Book | None = None
        self.made: Mapping[str, Leaf] = remembered(root, sites)

    def edition(self, progress: Progress | None = None) -> Edition:
        """Run what has no kept run, judge all under which something has changed, and expand it."""
        files, told, runs = digests(self.root), list[str](), Runs()
        book = Book(self.root, earlier=self.book)
        try:
            runs = self.runner.run(book.requests(), progress)
        except (SnippetError, LaneError) as error:
            told.append(str(error))
        judge = Judge(book, runs)
        grounds = grounds_of(judge, files)
        known = {name: leaf for name, leaf in self.made.items() if grounds.get(name) == leaf.grounds}
        for page in book.pages.values():
            if name_of(page) in known:
                judge.pages[page.name] = known[name_of(page)].problems
                judge.pairs[page.path] = known[name_of(page)].parted
        try:
            told += judge.problems()
        except PageError as error:
            told.append(str(error))
        leaves = {
            name: known.get(name) or self.leaf(judge, page, grounds[name])
            for name, page in ((name_of(page), page) for page in book.pages.values())
        }
        self.book, self.made = book, leaves
        edition = Edition(leaves, told, [term.zh for term in book.terms])
        if not told:
            reads = {path: known for run in runs.values() for path, known in run.reads.items()}
            data = {name for snippet in book.snippets for name in snippet.data}
            keep(self.root, self.sites, edition, Grounds(files, reads, data))
        return edition

    def leaf(self, judge: Judge, page: Page, grounds: str) -> Leaf:
        """The page as an edition holds it, made on *grounds*."""
        book, problems = judge.book, judge.page_problems(page)
        scripts = downloads.scripts(book, page)
        files = {path: Snippet(book.root, path).shown() for path in scripts}
        try:
            text = expand(judge, page)
            if offered(book, page):
                files[notebook_of(page)] = notebook(judge, page, self.sites[page.language])
        except PageError as error:
            text = f"{error}\n"
        parted = judge.pairs.get(page.path, [])
        return Leaf(grounds, text, list(page.anchored), files, scripts, problems, parted)


def name_of(page: Page) -> str:
    """The name of a page in an edition."""
    return f"{page.language}/{page.path}"


def grounds_of(judge: Judge, files: Digests) -> dict[str, str]:
    """Names, for each page, all on which the verdict on it and its text rest."""
    beside: dict[str, list[object]] = {}
    for path, known in files.items():
        beside.setdefault(path.partition(".")[0], []).append((path, known))
    of_all = digest(json.dumps([(path, files.get(path)) for path in OF_ALL]))
    return {
        name_of(page): digest(json.dumps([of_all, *ground(judge, page, files, beside)]))
        for page in judge.book.pages.values()
    }


def ground(
    judge: Judge, page: Page, files: Digests, beside: Mapping[str, list[object]]
) -> tuple[object, ...]:
    """The page in both languages, what Keras knows of its words, and what its blocks and claims stand on."""
    book = judge.book
    aligned = sorted(book.aligned.get(page.path, ()))
    both = [files.get(f"docs/{language}/{page.path}") for language in LANGUAGES]
    words = [(word, judge.known_to_keras(page, word)) for _, word in book.unknown_words(page)]
    stands: list[object] = []
    snippets: dict[str, object] = {}
    for item in page.contents.all:
        try:
            source = book.origin(page, item)
        except PageError as error:
            stands.append(str(error))
            continue
        path = source.snippet.path
        stands.append((path, source.lane.name, source.section, source.is_record))
        if path not in snippets:
            runs = [judge.runs.get((path, lane.name)) for lane in book.judged(source.snippet)]
            needed = [(name, files.get(name)) for name in downloads.beside(book, source.snippet)]
            known = [run and run.digest for run in runs]
            snippets[path] = known, beside.get(path.removesuffix(".py")), needed
    return both, aligned, words, stands, snippets
