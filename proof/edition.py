"""An edition: the book as the site shows it, page by page, and all in it that is not true.

It is kept beside the runs, with a digest of all that it was made of, so that a build before which
nothing has changed judges nothing again. While the site is served, a press makes edition after edition,
and judges again only those pages under which something has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from proof import datasets, downloads
from proof.book import Book, Runs
from proof.expand import expand
from proof.files import digest, digest_of, load, save
from proof.judge import Judge
from proof.lanes import HOMES
from proof.notebook import notebook, notebook_of, offered
from proof.pages import LANGUAGES, Page, PageError
from proof.runner import LaneError, Runner
from proof.runs import Run
from proof.snippets import FOLDER, Snippet, SnippetError

ENGINE = Path(__file__).parent
EDITION = ".cache/edition.json"
Progress = Callable[[int, int, Run | None], None]
#: The digests of files, by path; None for one that cannot be read.
Digests = Mapping[str, str | None]


@dataclass(frozen=True)
class Leaf:
    """One page of an edition.

    `text` is its Markdown, expanded; `anchors` are the ids of its blocks; `files` are what it offers to
    take along, by path among the pages of its language. `scripts` names those of them that its blocks show,
    each with the files that it needs beside it, and their digests. `problems` are its own, `parted` those
    of both languages together.
    """

    text: str
    anchors: list[str]
    files: Mapping[str, str]
    scripts: Mapping[str, Mapping[str, str | None]]
    problems: list[str]
    parted: list[str]

    @property
    def beside(self) -> list[str]:
        """The paths of the files that its scripts need beside them."""
        return sorted({path for needed in self.scripts.values() for path in needed})


@dataclass(frozen=True)
class Edition:
    """The pages, by language and path (`zh/sequential.md`), all problems, and the terms in Chinese."""

    leaves: Mapping[str, Leaf]
    problems: list[str]
    terms: list[str]


class Press:
    """Makes editions of the book below *root*, whose pages in each language lie at an address in *sites*.

    The processes of its *runner* stay warm from one to the next.
    """

    def __init__(self, root: Path, runner: Runner, sites: Mapping[str, str]) -> None:
        self.root, self.runner, self.sites = root, runner, sites
        self.book: Book | None = None
        self.made: dict[str, tuple[object, Leaf]] = {}

    @property
    def file(self) -> Path:
        """Where the last edition in which all was true is kept."""
        return self.root / EDITION

    def kept(self) -> Edition | None:
        """The kept edition, if all that it was made of is as it was."""
        try:
            found = load(self.file)
            if found["key"] != self.key(digests(self.root)):
                return None
            if any(digest_of(Path(path)) != known for path, known in found["reads"].items()):
                return None
            if any(datasets.find(name).identity != known for name, known in found["data"].items()):
                return None
            edition = found["edition"]
            leaves = {name: Leaf(**leaf) for name, leaf in edition["leaves"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Edition(leaves, edition["problems"], edition["terms"])

    def key(self, files: Digests) -> str:
        """Names an edition by what it is made of, but for the files that its runs turned out to read."""
        engine = {str(file.relative_to(ENGINE)): digest_of(file) for file in sorted(ENGINE.rglob("*.py"))}
        lanes = [[lane.name, lane.ready, lane.installed] for lane in HOMES]
        return digest(json.dumps([dict(files), engine, lanes, dict(self.sites)], sort_keys=True))

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
        known = {name: leaf for name, (stood, leaf) in self.made.items() if grounds.get(name) == stood}
        for page in book.pages.values():
            if name_of(page) in known:
                judge.pages[page.name] = known[name_of(page)].problems
                judge.pairs[page.path] = known[name_of(page)].parted
        try:
            told += judge.problems()
        except PageError as error:
            told.append(str(error))
        leaves = {
            name_of(page): known.get(name_of(page)) or self.leaf(judge, page) for page in book.pages.values()
        }
        self.book, self.made = book, {name: (grounds[name], leaf) for name, leaf in leaves.items()}
        edition = Edition(leaves, told, [term.zh for term in book.terms])
        if not told:
            self.keep(edition, files, book, runs)
        return edition

    def leaf(self, judge: Judge, page: Page) -> Leaf:
        """The page as an edition holds it."""
        book, problems = judge.book, judge.page_problems(page)
        scripts = downloads.scripts(book, page)
        files = {path: Snippet(book.root, path).shown() for path in scripts}
        try:
            text = expand(judge, page)
            if offered(book, page):
                files[notebook_of(page)] = notebook(judge, page, self.sites[page.language])
        except PageError as error:
            text = f"{error}\n"
        return Leaf(text, list(page.anchored), files, scripts, problems, judge.pairs.get(page.path, []))

    def keep(self, edition: Edition, files: Digests, book: Book, runs: Runs) -> None:
        """Keep *edition* of *book*, made of *runs*, unless the book has changed meanwhile."""
        if digests(self.root) != files:
            return
        reads = {path: known for run in runs.values() for path, known in run.reads.items()}
        data = {name: datasets.find(name).identity for snippet in book.snippets for name in snippet.data}
        save(self.file, {"key": self.key(files), "reads": reads, "data": data, "edition": asdict(edition)})


def name_of(page: Page) -> str:
    """The name of a page in an edition."""
    return f"{page.language}/{page.path}"


def digests(root: Path) -> Digests:
    """The digests of the files of the book."""
    docs = root / "docs"
    folders = [*(docs / language for language in LANGUAGES), root / FOLDER]
    files = [*docs.glob("*"), *(file for folder in folders for file in folder.rglob("*"))]
    return {file.relative_to(root).as_posix(): digest_of(file) for file in sorted(files) if file.is_file()}


def grounds_of(judge: Judge, files: Digests) -> dict[str, object]:
    """For each page all on which the verdict on it and its text rest: where it is the same, so are they."""
    beside: dict[str, list[object]] = {}
    for path, known in files.items():
        beside.setdefault(path.partition(".")[0], []).append((path, known))
    of_all = [(path, known) for path, known in files.items() if path.count("/") == 1]
    return {
        name_of(page): (of_all, *ground(judge, page, files, beside)) for page in judge.book.pages.values()
    }


def ground(
    judge: Judge, page: Page, files: Digests, beside: Mapping[str, list[object]]
) -> tuple[object, ...]:
    """The page in both languages, what Keras knows of its words, and what its blocks and claims stand on."""
    book = judge.book
    both = [files.get(f"docs/{language}/{page.path}") for language in LANGUAGES]
    words = [(word, judge.known_to_keras(page, word)) for _, word in book.unknown_words(page)]
    stands: dict[object, object] = {}
    for item in page.contents.all:
        try:
            source = book.origin(page, item)
        except PageError as error:
            stands[item] = str(error)
            continue
        path = source.snippet.path
        if path not in stands:
            runs = [judge.runs.get((path, lane.name)) for lane in book.judged(source.snippet)]
            needed = [(name, files.get(name)) for name in downloads.beside(source.snippet)]
            stands[path] = runs, beside.get(path.removesuffix(".py")), needed
        stands[path, source.lane.name, source.section] = source.is_record
    return both, words, stands
