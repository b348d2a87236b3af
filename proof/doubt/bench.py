"""Tries mutants on a copy of the book, and tells who noticed each of them.

A mutant of a page, a record or a picture is judged against the runs that there are. What compares the two
languages is told apart: a mistaken author changes both. That `docs/aligned.txt` notices any change counts
for words that are gone in one language, and for nothing else. A mutant of a script or of an expression is
run. It is noticed if what it prints, shows or proves is no longer what the pages say: that its text is not
the one recorded is not enough.
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

from proof.book import HEADING_ID, Book, Claim, Page, PageError, Runs
from proof.check import Judge, Verdicts, parity
from proof.common.progress import Tell
from proof.doubt.equivalents import Equivalent, equivalents
from proof.doubt.mutants import ASKED, COMPARED, Mutant
from proof.record import changes, records
from proof.run import FOLDER, Run, Runner, Snippet, Store, failure


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: `noticed` is the first message about it, empty if it survived.

    Where nothing but the comparison of both languages tells, `parity` is true. `moved` are the proofs, by
    script, whose values another script would change.
    """

    mutant: Mutant
    noticed: str
    reason: str = ""
    parity: bool = False
    moved: frozenset[tuple[str, str]] = frozenset()

    @property
    def survived(self) -> bool:
        """Whether nothing noticed the mutant, and nothing excuses it."""
        return not self.noticed and not self.reason


class Bench:
    """A folder in which files of *book* are changed, and judged in the light of its *runs*."""

    def __init__(self, book: Book, runs: Runs, folder: Path) -> None:
        shutil.copytree(book.root / FOLDER, folder / FOLDER)
        self.book, self.root, self.runs = book, folder, runs
        self.judge = Judge(book, runs)
        self.known: list[Equivalent] = equivalents(book.root)

    def noticed(self, mutant: Mutant) -> Verdict:
        """Try a mutant of a text."""
        with self.changed(mutant) as original:
            told = next(self.about(mutant), ("", False))
        return self.verdict(mutant, original, *told)

    def ran(self, mutant: Mutant, runner: Runner) -> Verdict:
        """Try a mutant of a script, or of an expression: run it, in the lanes of the book."""
        with self.changed(mutant) as original:
            edited = self.edited(mutant)
            if mutant.path in {page.name for page in edited.pages.values()} and mutant.kind in ASKED:
                return self.verdict(mutant, original, *next(self.about_proof(edited, runner), ("", False)))
            snippet = next(item for item in self.book.snippets if item.path == mutant.path)
            requests = self.book.requests([snippet])
            changed = Snippet(self.root, mutant.path)
            new = runner.run(replace(request, snippet=changed) for request in requests)
        told = next(self.about_script(snippet, new), "")
        return replace(self.verdict(mutant, original, told), moved=frozenset(self.moved(snippet, new)))

    @contextmanager
    def changed(self, mutant: Mutant) -> Iterator[str]:
        """Have the folder hold *mutant* for a while; give the text that its first file has in the book."""
        originals = {path: (self.book.root / path).read_text(encoding="utf-8") for path in mutant.paths}
        try:
            for path, text in mutant.applied(originals.__getitem__).items():
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_text(text, encoding="utf-8")
            yield originals[mutant.path]
        finally:
            for path, text in originals.items():
                (self.root / path).write_text(text, encoding="utf-8")

    def verdict(self, mutant: Mutant, original: str, message: str, by_parity: bool = False) -> Verdict:
        """What became of *mutant*."""
        line = original.splitlines()[mutant.line - 1] if not message else ""
        reason = next(
            (known.reason for known in self.known if not message and known.covers(mutant, line)), ""
        )
        return Verdict(mutant, message, reason, by_parity)

    def edited(self, mutant: Mutant) -> Book:
        """The book with the pages that *mutant* changes read anew."""
        changed = {
            name: replace(page, root=self.root)
            for name, page in self.book.pages.items()
            if page.name in mutant.paths
        }
        if not changed:
            return self.book
        book = Book(self.book.root, self.book.lanes.values())
        vars(book).update(vars(self.book))
        book.pages = {**self.book.pages, **changed}
        book.items = {}
        book.texts = {page: text for page, text in self.book.texts.items() if page not in changed.values()}
        vars(book).pop("expressions", None)
        if any(shape(page) != shape(self.book.pages[name]) for name, page in changed.items()):
            book.unknown = {}
            for name in ("all_shown", "vocabulary"):
                vars(book).pop(name, None)
        return book

    def about(self, mutant: Mutant) -> Iterator[tuple[str, bool]]:
        """What the checks say of a mutant, and whether that compares both languages."""
        book = self.edited(mutant)
        pages = [page for page in book.pages.values() if page.name in mutant.paths]
        if not pages:
            yield from ((message, False) for message in self.about_record(mutant.path))
            return
        judge = Judge(book, self.runs, self.judge.known)
        try:
            for page in pages:
                yield from ((message, False) for message in judge.page_problems(page))
            path = pages[0].path
            zh, en = book.pages["zh", path], book.pages["en", path]
            yield from ((message, True) for message in parity.differences(zh, en))
            compared = mutant.kind in COMPARED
            yield from ((message, True) for message in judge.pair_problems(zh, en, aligned=compared))
        except PageError as error:
            yield str(error), False
            return
        if all(shape(page) == shape(self.book.pages[page.language, path]) for page in pages):
            return  # what other pages ask of this one is as it was
        for page in book.pages.values():
            if page not in pages and f"{path}#" in page.text:
                yield from ((message, False) for message in judge.page_problems(page))

    def about_record(self, path: str) -> Iterator[str]:
        """What the comparison with its run says of a changed record, picture or short example."""
        example = Snippet(self.root, path)
        maker = (example, example.lanes[0]) if path.endswith(".py") else records.snippet_of(self.root, path)
        if maker and maker[1].name in self.book.lanes:
            problem = Verdicts(self.book.root, self.runs).run_problem(*maker)
            yield from filter(None, [problem])

    def about_proof(self, book: Book, runner: Runner) -> Iterator[tuple[str, bool]]:
        """What is wrong with the claims of *book* that ask anything new."""
        asked = {
            name
            for name, found in book.expressions.items()
            if {*found} - {*self.book.expressions.get(name, ())}
        }
        wanted = [
            request for request in book.requests() if (request.snippet.path, request.lane.name) in asked
        ]
        judge = Judge(book, {**self.runs, **runner.run(wanted)}, self.judge.known)
        for name, page in book.pages.items():
            if page is not self.book.pages[name]:
                yield from ((message, False) for message in judge.page_problems(page))

    def about_script(self, snippet: Snippet, new: Runs) -> Iterator[str]:
        """What is no longer so, now that *snippet* has run with a change."""
        judge = Judge(self.book, {**self.runs, **new})
        for lane in self.book.judged(snippet):
            run = new[snippet.path, lane.name]
            yield from filter(None, [failure(snippet, run)])
            if not same(snippet, run, self.runs[snippet.path, lane.name]):
                yield f"{snippet.path}: it prints or shows something else"
        for page in self.book.pages.values():
            about = [source for item, source, _ in self.book.found(page) if isinstance(item, Claim)]
            if any(source and source.snippet.path == snippet.path for source in about):
                yield from self.about_claims(judge, page, snippet)

    def about_claims(self, judge: Judge, page: Page, snippet: Snippet) -> Iterator[str]:
        """What is no longer so in the claims of *page* about *snippet*."""
        for part in judge.resolve(page).parts:
            if isinstance(part.item, Claim) and part.source and part.source.snippet.path == snippet.path:
                yield from filter(None, [judge.items.on(page, part).problem])

    def moved(self, snippet: Snippet, new: Runs) -> Iterator[tuple[str, str]]:
        """The expressions that have another value now, with the script that they ask."""
        for lane in self.book.judged(snippet):
            before = self.runs[snippet.path, lane.name].values
            after = new[snippet.path, lane.name].values
            yield from ((snippet.path, asked) for asked in before if before[asked] != after.get(asked))


def shape(page: Page) -> tuple[object, ...]:
    """What other pages may ask of *page*: its blocks, and the ids of its headings."""
    blocks = [(fence.anchor, fence.include) for fence in page.contents.fences]
    return page.problem, blocks, HEADING_ID.findall(page.text)


def try_texts(
    book: Book,
    runs: Runs,
    chosen: list[Mutant],
    workers: int,
    tell: Tell,
) -> list[Verdict]:
    """Try mutants of texts, on *workers* processes."""
    verdicts: list[Verdict] = []
    for page in book.pages.values():  # what is read here need not be read by each of them
        book.unknown_words(page), page.contents, page.tokens
    book.menu, book.companions, book.hosts, book.terms, book.settings_words  # noqa: B018
    with tempfile.TemporaryDirectory() as folder:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(
            workers, mp_context=context, initializer=open_bench, initargs=(book, runs, folder)
        ) as pool:
            for verdict in pool.map(noticed, chosen, chunksize=25):
                verdicts.append(verdict)
                tell(len(verdicts), len(chosen), "")
    return verdicts


benches: list[Bench] = []


def open_bench(book: Book, runs: Runs, folder: str) -> None:
    """Make this process's own copy of the book."""
    benches.append(Bench(book, runs, Path(tempfile.mkdtemp(dir=folder))))


def noticed(mutant: Mutant) -> Verdict:
    """Try a mutant on this process's copy."""
    return benches[0].noticed(mutant)


def try_scripts(book: Book, runs: Runs, chosen: list[Mutant], workers: int, tell: Tell) -> list[Verdict]:
    """Try mutants of scripts, the slowest first, *workers* at a time, each on a copy of its own."""
    seconds: dict[str, float] = {}
    for (path, _), run in runs.items():
        seconds[path] = max(run.seconds, seconds.get(path, 0))
    ordered = sorted(chosen, key=lambda mutant: -seconds.get(mutant.path, 0))
    verdicts: list[Verdict] = []
    idle: SimpleQueue[tuple[Bench, Runner]] = SimpleQueue()

    def tried(mutant: Mutant) -> Verdict:
        bench, runner = idle.get()
        try:
            return bench.ran(mutant, runner)
        finally:
            idle.put((bench, runner))

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        for number in range(workers):
            place = folder / str(number)
            runner = stack.enter_context(Runner(Store(place / "runs"), workers=1))
            idle.put((Bench(book, runs, place / "book"), runner))
        for verdict in pool.map(tried, ordered):
            verdicts.append(verdict)
            tell(len(verdicts), len(chosen), "")
    return verdicts


def same(snippet: Snippet, new: Run, old: Run) -> bool:
    """Whether two runs of *snippet* would make the same record."""
    return changes.settled(snippet, new, records.render(snippet, old)) == records.render(snippet, old)
