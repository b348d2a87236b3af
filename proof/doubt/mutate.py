"""Which mutants of the book there are, which of them are tried, and what is told of them, kind by kind."""

from __future__ import annotations

import ast
import functools
import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from proof.book import Book, Claim, Page, Runs
from proof.doubt import mutants
from proof.doubt.bench import Verdict
from proof.doubt.mutants import ASKED, KINDS, NOT_HELD, Layout, Mutant
from proof.record import records
from proof.run import FOLDER, NOTEBOOKS

#: How many mutants every `make test` tries, and where those scripts are that take too long for it.
TEXTS, SCRIPTS, SLOW = 500, 20, (f"{FOLDER}/mnist/", f"{NOTEBOOKS}/")


@functools.lru_cache(maxsize=1)
def of_texts(book: Book) -> list[Mutant]:
    """All mutants of pages, records and pictures that the book is held against."""
    found = [mutant for pair in layouts(book) for mutant in mutants.of_pages(*pair)]
    for snippet in book.snippets:
        for lane in [] if snippet.problem else snippet.lanes:
            path = snippet.record(lane)
            maker = records.snippet_of(book.root, path, book.by_path)
            judged = lane in book.judged(snippet)
            if maker and maker[1] == lane and (judged or not book.judged(snippet, lane)):
                kind = "digit of a record" if judged else "digit of a record of a lane that has not run"
                found += mutants.files.of_record(book, path, kind)
        if snippet.example:
            found += mutants.files.of_example(snippet)
    for file in sorted((book.root / FOLDER).glob("*/*.svg")):
        found += mutants.files.of_picture(book, file.relative_to(book.root).as_posix())
    return found


@functools.lru_cache(maxsize=1)
def of_scripts(book: Book) -> list[Mutant]:
    """All mutants of scripts, and of the expressions of claims: those that must be run."""
    found = [mutant for snippet in book.snippets for mutant in mutants.files.of_snippet(snippet)]
    return found + [mutant for pair in layouts(book) for mutant in mutants.of_proofs(*pair)]


def layouts(book: Book) -> Iterator[tuple[Layout, Layout]]:
    """What stands where on each page, in both languages."""
    for zh, en in book.pairs:
        if not (zh.problem or en.problem):
            yield layout_of(book, zh), layout_of(book, en)


def layout_of(book: Book, page: Page) -> Layout:
    """What stands where on *page*."""
    return Layout(
        page,
        frozenset(
            item.start
            for item, source, _ in book.found(page)
            if source and isinstance(item, Claim) and not book.judged(source.snippet, source.lane)
        ),
    )


def slice_of(all_mutants: list[Mutant], count: int | None, seed: int) -> list[Mutant]:
    """*count* of the mutants, of each kind as many, the same for the same *seed*; all if it is None."""
    if count is None or count >= len(all_mutants):
        return all_mutants
    by_kind: dict[str, list[Mutant]] = {kind: [] for kind in KINDS}
    for mutant in all_mutants:
        by_kind.setdefault(mutant.kind, []).append(mutant)
    chosen: list[Mutant] = []
    rest = sorted(filter(None, by_kind.values()), key=len)
    for place, found in enumerate(rest):
        share = (count - len(chosen)) // (len(rest) - place)
        chosen += random.Random(seed).sample(found, min(share, len(found)))  # noqa: S311 - no secret
    return chosen


def sample(book: Book, runs: Runs) -> tuple[list[Mutant], list[Mutant]]:
    """The mutants of texts, and of scripts, that every `make test` tries.

    Those are left out that are not judged because their data could not be had.
    """
    missing = {name for run in runs.values() for name in run.stand_ins}
    texts, scripts = (
        [mutant for mutant in found if not any(name in mutant.path for name in missing)]
        for found in (of_texts(book), of_scripts(book))
    )
    slow = {f"docs/{language}/{path}" for language, path in slow_pages(book)}
    quick = [item for item in scripts if not item.path.startswith(SLOW) and item.path not in slow]
    return slice_of(texts, TEXTS, 0), slice_of(quick, SCRIPTS, 0)


def slow_pages(book: Book) -> set[tuple[str, str]]:
    """The pages whose claims ask scripts that take too long."""
    return {
        name
        for name, page in book.pages.items()
        for item, source, _ in book.found(page)
        if isinstance(item, Claim) and source and source.snippet.path.startswith(SLOW)
    }


class Count(NamedTuple):
    """How many mutants were tried, and what became of them."""

    tried: int
    noticed: int
    parity: int
    excused: int
    survived: int


def counted(verdicts: Iterable[Verdict], kind: str | None = None) -> Count:
    """What became of the mutants of *kind*, or of all."""
    found = [verdict for verdict in verdicts if kind in (None, verdict.mutant.kind)]
    return Count(
        len(found),
        sum(bool(verdict.noticed) and not verdict.parity for verdict in found),
        sum(verdict.parity for verdict in found),
        sum(bool(verdict.reason) for verdict in found),
        sum(verdict.survived for verdict in found),
    )


def unexpected(verdicts: Iterable[Verdict]) -> list[Mutant]:
    """The survivors of kinds that the checks promise to notice."""
    return [item.mutant for item in verdicts if item.survived and item.mutant.kind not in NOT_HELD]


def by_kind(verdicts: list[Verdict]) -> dict[str, Count]:
    """What became of the mutants of each kind that was tried, in the order of the kinds."""
    kinds = dict.fromkeys([*KINDS, *(verdict.mutant.kind for verdict in verdicts)])
    return {kind: count for kind in kinds if (count := counted(verdicts, kind)).tried}


def report(verdicts: list[Verdict]) -> str:
    """What became of the mutants of each kind, and of all, as a table."""
    rows = [f"{'':42}{'tried':>7}{'noticed':>9}{'by parity':>11}{'no meaning':>12}{'not held':>10}"]
    for kind, count in {**by_kind(verdicts), "all": counted(verdicts)}.items():
        widths = zip(count, (7, 9, 11, 12, 10), strict=True)
        rows.append(f"{kind:42}" + "".join(f"{number:>{width},}" for number, width in widths))
    return "\n".join(rows)


def unmoved(book: Book, verdicts: list[Verdict]) -> list[tuple[str, str]]:
    """The proofs that no mutant of their script has moved, where one was tried: script and expression.

    Whoever looks at them does so kind by kind, so they come in the order of `asked_for`.
    """
    tried = {
        item.mutant.path
        for item in verdicts
        if item.mutant.kind not in ASKED and item.mutant.path.endswith(".py")
    }
    moved = {proof for verdict in verdicts for proof in verdict.moved}
    asked = {(path, one) for (path, _), found in book.expressions.items() for one in found if path in tried}
    still = (proof for proof in asked - moved if not proof[1].startswith("api("))
    return sorted(still, key=lambda proof: (asked_for(proof[1]), proof))


def asked_for(expression: str) -> str:
    """What kind of thing *expression* asks for.

    ```py
    from proof.doubt.mutate import asked_for

    for expression in ("str(error)", "keras.__version__", "a > b", "total"):
        print(asked_for(expression))
        #> an error
        #> a text of a library
        #> whether something is so
        #> a value
    ```
    """
    tree = ast.parse(expression, mode="eval").body
    words = {getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(tree)}
    if "error" in words:
        return "an error"
    if words & {"__doc__", "__version__", "signature", "getsource"}:
        return "a text of a library"
    return "whether something is so" if isinstance(tree, (ast.Compare, ast.BoolOp)) else "a value"
