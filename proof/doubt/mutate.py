"""Tries mutants of the book on its checks, and tells which of them nobody noticed.

A mutant of a page, a record or a picture is judged against the runs that there are. It counts as
noticed only if something else than `docs/aligned.txt` notices it, for that would notice any change;
only for words that are gone is there nothing else. A mutant of a script is run. It counts as noticed
if what it prints, shows or proves is no longer what the pages say: that its text is not the one
recorded is not enough.
"""

from __future__ import annotations

import multiprocessing
import random
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from queue import SimpleQueue

from proof.book import Book, Claim, Page, PageError, Runs
from proof.check import Judge, parity
from proof.common.complaint import BookError
from proof.common.files import text_of
from proof.common.progress import Tell
from proof.doubt import mutants
from proof.doubt.mutants import Mutant
from proof.record import records
from proof.run import FOLDER, NOTEBOOKS, Run, Runner, Snippet, Store, failure

EQUIVALENTS = "tests/equivalents.toml"
#: How many mutants every `make test` tries, and where those scripts are that take too long for it.
TEXTS, SCRIPTS, SLOW = 1000, 20, (f"{FOLDER}/mnist/", f"{NOTEBOOKS}/")


@dataclass(frozen=True)
class Equivalent:
    """Mutants that change no meaning: their files and kind, what their line holds, and the reason."""

    paths: tuple[str, ...]
    kind: str
    line: re.Pattern[str]
    reason: str

    def covers(self, mutant: Mutant, line: str) -> bool:
        """Whether *mutant*, of the text *line*, is one of them."""
        return (
            any(fnmatch(mutant.path, path) for path in self.paths)
            and mutant.kind == self.kind
            and self.line.search(line) is not None
        )


def equivalents(root: Path) -> list[Equivalent]:
    """The mutants that need not be noticed.

    Raises:
        BookError: if the file cannot be understood; the message names it.
    """
    text = text_of(root, EQUIVALENTS, missing="")
    try:
        return [
            Equivalent(tuple(row["paths"]), row["kind"], re.compile(row["line"]), row["reason"])
            for row in tomllib.loads(text).get("equivalent", [])
        ]
    except tomllib.TOMLDecodeError as error:
        raise BookError(f"{EQUIVALENTS}:1: not TOML: {error}") from None
    except (KeyError, TypeError, re.error) as error:
        raise BookError(
            f"{EQUIVALENTS}:1: each [[equivalent]] has paths, kind, line (a pattern) and reason: {error}"
        ) from None


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: `noticed` is the first message about it, empty if it survived."""

    mutant: Mutant
    noticed: str
    reason: str = ""

    @property
    def survived(self) -> bool:
        """Whether nothing noticed the mutant, and nothing excuses it."""
        return not self.noticed and not self.reason


def of_texts(book: Book) -> list[Mutant]:
    """All mutants of pages, records and pictures that the book is held against."""
    found = [mutant for page in book.pages.values() for mutant in mutants.of_page(page)]
    for snippet in book.snippets:
        for lane in book.judged(snippet):
            maker = records.snippet_of(book.root, snippet.record(lane))
            if maker and maker[1] == lane:
                found += mutants.of_record(book, snippet.record(lane))
        if snippet.example:
            found += mutants.of_example(snippet)
    for file in sorted((book.root / FOLDER).glob("*/*.svg")):
        found += mutants.of_picture(book, file.relative_to(book.root).as_posix())
    return found


def of_scripts(book: Book) -> list[Mutant]:
    """All mutants of scripts."""
    return [mutant for snippet in book.snippets for mutant in mutants.of_snippet(snippet)]


def slice_of(all_mutants: list[Mutant], count: int | None, seed: int) -> list[Mutant]:
    """*count* of the mutants, always the same for the same *seed*; all if *count* is None."""
    if count is None or count >= len(all_mutants):
        return all_mutants
    return random.Random(seed).sample(all_mutants, count)  # noqa: S311 - a sample, not a secret


def sample(book: Book, runs: Runs) -> tuple[list[Mutant], list[Mutant]]:
    """The mutants of texts, and of scripts, that every `make test` tries.

    Those are left out that are not judged because their data could not be had.
    """
    missing = {name for run in runs.values() for name in run.stand_ins}
    texts, scripts = (
        [mutant for mutant in found if not any(name in mutant.path for name in missing)]
        for found in (of_texts(book), of_scripts(book))
    )
    quick = [mutant for mutant in scripts if not mutant.path.startswith(SLOW)]
    return slice_of(texts, TEXTS, 0), slice_of(quick, SCRIPTS, 0)


def counted(verdicts: list[Verdict]) -> dict[str, int]:
    """How many mutants were tried, how many of them were noticed, and what became of the others."""
    return {
        "tried": len(verdicts),
        "noticed": sum(bool(verdict.noticed) for verdict in verdicts),
        "excused": sum(bool(verdict.reason) for verdict in verdicts),
        "survived": sum(verdict.survived for verdict in verdicts),
    }


def report(verdicts: list[Verdict]) -> str:
    """How many mutants of each kind were tried, noticed, and without meaning, as a table."""
    rows = [f"{'':24}{'tried':>7}{'noticed':>9}{'no meaning':>12}{'survived':>10}"]
    kinds = [*sorted({verdict.mutant.kind for verdict in verdicts}), "all"]
    for kind in kinds:
        of_kind = [verdict for verdict in verdicts if kind in ("all", verdict.mutant.kind)]
        tried, seen, excused, left = counted(of_kind).values()
        rows.append(f"{kind:24}{tried:>7,}{seen:>9,}{excused:>12,}{left:>10,}")
    return "\n".join(rows)


class Bench:
    """A copy of the book on which mutants are tried, in the light of the *runs* of the original."""

    def __init__(self, book: Book, runs: Runs, folder: Path) -> None:
        for name in ("docs", FOLDER):
            shutil.copytree(book.root / name, folder / name)
        self.root, self.lanes, self.runs = folder, list(book.lanes.values()), runs
        self.book = Book(folder, self.lanes)
        self.judge = Judge(self.book, runs)
        self.known = equivalents(book.root)
        assert self.book.pages

    def noticed(self, mutant: Mutant) -> Verdict:
        """Try a mutant of a text."""
        with self.changed(mutant) as original:
            message = next(self.about(mutant), "")
        return self.verdict(mutant, original, message)

    def ran(self, mutant: Mutant, runner: Runner) -> Verdict:
        """Try a mutant of a script: run it, in the lanes that the book is held against."""
        snippet = next(item for item in self.book.snippets if item.path == mutant.path)
        requests = self.book.requests([snippet])
        with self.changed(mutant) as original:
            edited = Snippet(self.root, mutant.path)
            new = runner.run(replace(request, snippet=edited) for request in requests)
        return self.verdict(mutant, original, next(self.about_script(snippet, new), ""))

    @contextmanager
    def changed(self, mutant: Mutant) -> Iterator[str]:
        """Apply *mutant* to its file for a while; give the text that the file had."""
        file = self.root / mutant.path
        original = file.read_text(encoding="utf-8")
        try:
            file.write_text(mutant.applied(original), encoding="utf-8")
            yield original
        finally:
            file.write_text(original, encoding="utf-8")

    def verdict(self, mutant: Mutant, original: str, message: str) -> Verdict:
        """What became of *mutant*."""
        line = original.splitlines()[mutant.line - 1] if not message else ""
        reason = next(
            (known.reason for known in self.known if not message and known.covers(mutant, line)), ""
        )
        return Verdict(mutant, message, reason)

    def about(self, mutant: Mutant) -> Iterator[str]:
        """What the checks say of the changed copy, cheapest first."""
        changed = [replace(page) for page in self.book.pages.values() if page.name == mutant.path]
        if not changed:
            yield from self.about_record(mutant.path)
            return
        path = changed[0].path
        book = Book(self.root, self.lanes)
        vars(book).update(vars(self.book))
        book.pages = {**self.book.pages, **{(page.language, path): page for page in changed}}
        book.items = {}
        book.texts = {page: text for page, text in self.book.texts.items() if page not in changed}
        for name in ("all_shown", "expressions", "vocabulary"):
            vars(book).pop(name, None)
        judge = Judge(book, self.runs, self.judge.known)
        zh, en = book.pages["zh", path], book.pages["en", path]
        try:
            yield from parity.differences(zh, en)
        except PageError as error:
            yield str(error)
            return
        for page in changed:
            yield from judge.page_problems(page)
        yield from judge.pair_problems(zh, en, aligned=mutant.kind == "word gone")
        yield from judge.problems(aligned=False)

    def about_record(self, path: str) -> Iterator[str]:
        """What the comparison with its run says of a changed record, picture or short example."""
        example = Snippet(self.root, path)
        maker = (example, example.lanes[0]) if path.endswith(".py") else records.snippet_of(self.root, path)
        if maker:
            problem = Judge(self.book, self.runs).run_problem(*maker)
            yield from filter(None, [problem])

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
                yield from filter(None, [judge.verdict(page, part).problem])


def try_texts(
    book: Book,
    runs: Runs,
    chosen: list[Mutant],
    workers: int,
    tell: Tell,
) -> list[Verdict]:
    """Try mutants of texts, on *workers* processes."""
    verdicts: list[Verdict] = []
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
    return records.settled(snippet, new, records.render(snippet, old)) == records.render(snippet, old)
