"""The command line: `python -m proof`.

Exit codes: 0 all is well; 1 something that a reader would see is not true; 2 the command was
wrong; 3 the machine is in the way (a full disk, a lane that does not start); 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from proof.book import Book, Runs, pages, skeleton
from proof.check import Judge, gaps, parity
from proof.common.complaint import complain, reason
from proof.common.progress import Progress
from proof.doubt import Mutant, mutate, soak, tally
from proof.grammar import parser
from proof.press.shown import Reader
from proof.record import RecordError, records
from proof.run import HOMES, LANES, Lane, LaneError, Runner, Snippet, SnippetError, Store, failure, named

STORE = ".cache/runs"


class UsageError(ValueError):
    """A command that asks for what cannot be."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except UsageError as error:
        return complain(str(error), 2)
    except (SnippetError, pages.PageError, RecordError) as error:
        return complain(str(error), 1)
    except LaneError as error:
        return complain(str(error), 3)
    except OSError as error:
        return complain(f"{reason(error)}; nothing was changed half-way", 3)
    except KeyboardInterrupt:
        return complain("interrupted; every finished run is kept", 130)


def chosen_lanes(names: list[str] | None) -> list[Lane]:
    """The lanes called *names*; `all` is every one, and none is the home of each family."""
    try:
        return list(HOMES) if not names else named(LANES if "all" in names else names)
    except KeyError as error:
        raise UsageError(f"there is no lane {error}; there are: {', '.join(LANES)}") from None


def chosen(book: Book, names: list[str]) -> list[Snippet]:
    """The snippets called *names*: as a path, or without `snippets/` or `.py`."""
    known = {snippet.path: snippet for snippet in book.snippets}
    found = []
    for name in names:
        given = Path(name).as_posix().removeprefix("./").removesuffix(".py")
        path = f"snippets/{given.removeprefix('snippets/')}.py"
        if path not in known:
            have = "\n".join(f"    {path}" for path in known)
            raise UsageError(f"there is no snippet {name}; there are:\n{have}")
        found.append(known[path])
    return found


def run_all(options: argparse.Namespace, book: Book, only: list[Snippet] | None = None) -> Runs:
    """Run what has no kept run, showing progress on a terminal."""
    with Runner(Store(options.root / STORE), options.jobs) as runner, Progress() as progress:
        return runner.run(book.requests(only), progress.count)


def command_run(options: argparse.Namespace) -> int:
    """Run snippets; those that are named also have their output printed."""
    book = Book(options.root, chosen_lanes(options.lane))
    named = chosen(book, options.snippets)
    runs = run_all(options, book, named or None)
    by_path = {snippet.path: snippet for snippet in book.snippets}
    unreadable = [snippet.problem for snippet in named or book.snippets if snippet.problem]
    for problem in unreadable:
        print(problem, file=sys.stderr)
    failed = len(unreadable)
    for (path, lane), run in sorted(runs.items()):
        if named:
            print(f"── {path}, lane {lane}, {run.seconds:.1f} s", file=sys.stderr)
            cells = "".join(text for _, text in run.cells)
            print(cells or run.stdout, end="", flush=True)
            print(run.stderr + (run.error or {}).get("traceback", ""), end="", file=sys.stderr)
        wrong = failure(by_path[path], run)
        if wrong:
            failed += 1
            print(wrong, file=sys.stderr)
    print(f"{len(runs)} runs, {failed} failed", file=sys.stderr)
    return 1 if failed else 0


def command_check(options: argparse.Namespace) -> int:
    """List every problem, then count what was looked at."""
    book = Book(options.root, chosen_lanes(options.lane))
    runs = run_all(options, book)
    judge = Judge(book, runs)
    reader = Reader(options.root)
    problems = [*judge.problems()]
    problems += [wrong for page in book.pages.values() for wrong in reader.misread(judge.judged(page))]
    reader.keep()
    for problem in problems:
        print(problem)
    for line in (*gaps.unverified(judge), *gaps.unjudged(judge)):
        print(line, file=sys.stderr)
    print(f"{tally.in_words(book)}: {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


def command_promote(options: argparse.Namespace) -> int:
    """Write the records of runs that did not fail, showing what changes."""
    book = Book(options.root, chosen_lanes(options.lane))
    wanted = chosen(book, options.snippets) or book.snippets
    runs = run_all(options, book, wanted)
    by_path = {snippet.path: snippet for snippet in wanted}
    unreadable = [snippet.problem for snippet in wanted if snippet.problem]
    for problem in unreadable:
        print(f"not promoted: {problem}", file=sys.stderr)
    failed, written = len(unreadable), 0
    for (path, lane), run in sorted(runs.items()):
        wrong = failure(by_path[path], run)
        if run.stand_ins:
            wrong = wrong or f"{path}:1: it ran without the real {', '.join(run.stand_ins)}"
        wrong = wrong or records.unrepeatable(by_path[path], run)
        if wrong:
            failed += 1
            print(f"not promoted: {wrong}", file=sys.stderr)
            continue
        diff = records.promote(by_path[path], run)
        if diff is not None:
            written += 1
            print(f"wrote {by_path[path].record(LANES[lane])}")
            print("\n".join(diff), end="\n" if diff else "")
    print(f"{written} records written, {failed} failed", file=sys.stderr)
    return 1 if failed else 0


def command_align(options: argparse.Namespace) -> int:
    """Remember both languages of pages as in line, unless their skeletons differ."""
    book = Book(options.root)
    known = {zh.path for zh, _ in book.pairs}
    for name in options.pages:
        if name not in known:
            raise UsageError(
                f"there is no page {name} in both languages; there are {', '.join(sorted(known))}"
            )
    wanted = [(zh, en) for zh, en in book.pairs if zh.path in options.pages]
    differing = [problem for zh, en in wanted for problem in parity.differences(zh, en)]
    for problem in differing:
        print(f"not aligned: {problem}", file=sys.stderr)
    if differing:
        return 1
    new = [pair for zh, en in wanted for pair in parity.new_pairs(options.root, zh, en)]
    for pair in new:
        print(*(f"── {page.name}:{block.line}\n{block.words}" for page, block in pair), sep="\n", end="\n\n")
    if new and not agreed(len(new), options):
        return 1
    parity.align(options.root, wanted)
    print(f"{len(new)} pairs of blocks are newly in line", file=sys.stderr)
    return 0


def agreed(count: int, options: argparse.Namespace) -> bool:
    """Whether whoever asks says that so many pairs of blocks, which they were shown, say the same.

    Raises:
        UsageError: if they say another number, or nobody is there to be asked.
    """
    if options.yes is None and sys.stdin.isatty():
        return input(f"Do these {count} pairs say the same? [y/N] ").strip().lower() in ("y", "yes")
    if options.yes != count:
        raise UsageError(
            f"{count} pairs of blocks would be newly in line; compare them, then say how many there are: "
            f"`proof align {' '.join(options.pages)} --yes {count}`"
        )
    return True


def command_mutate(options: argparse.Namespace) -> int:
    """Try mutants of the book; list the survivors, then count all by kind."""
    book = Book(options.root, chosen_lanes(options.lane))
    runs = true_runs(options, book)
    texts = mutate.slice_of(mutate.of_texts(book), options.texts, options.seed)
    scripts = mutate.slice_of(mutate.of_scripts(book), None if options.all else options.scripts, options.seed)
    verdicts = try_all(options, book, runs, texts, scripts)
    survivors = [verdict.mutant for verdict in verdicts if verdict.survived]
    for mutant in survivors:
        print(f"survived: {mutant}")
    print(mutate.report(verdicts))
    return 1 if survivors else 0


def true_runs(options: argparse.Namespace, book: Book) -> Runs:
    """The runs of *book*, in the light of which all in it is true.

    Raises:
        UsageError: if something is not.
    """
    runs = run_all(options, book)
    if list(Judge(book, runs).problems(aligned=False)):
        raise UsageError(
            "the book has problems as it is; `python -m proof check` lists them: mend them first"
        )
    return runs


def try_all(
    options: argparse.Namespace, book: Book, runs: Runs, texts: list[Mutant], scripts: list[Mutant]
) -> list[mutate.Verdict]:
    """What became of mutants, showing progress on a terminal."""
    workers = options.jobs or os.cpu_count() or 1
    with Progress("mutants of texts") as progress:
        verdicts = mutate.try_texts(book, runs, texts, workers, progress.count)
    with Progress("mutants of scripts") as progress:
        return verdicts + mutate.try_scripts(book, runs, scripts, workers, progress.count)


def command_soak(options: argparse.Namespace) -> int:
    """Run everything again and again; list what was ever untrue."""
    book, failed = Book(options.root, chosen_lanes(options.lane)), 0
    with Progress() as progress:
        for words, problems in soak.soak(book, options.rounds, options.seed, progress.count):
            print(f"{words}: {len(problems)} problems", file=sys.stderr)
            failed += bool(problems)
            for problem in problems:
                print(problem)
    print(f"{options.rounds} rounds, {failed} with problems", file=sys.stderr)
    return 1 if failed else 0


def command_tally(options: argparse.Namespace) -> int:
    """Count, and have the READMEs say so."""
    book = Book(options.root)
    runs = true_runs(options, book)
    counts = tally.tally(book, try_all(options, book, runs, *mutate.sample(book, runs)))
    for name in tally.write(options.root, counts):
        print(f"wrote {name}", file=sys.stderr)
    print(tally.rendered(counts, tally.WORDS["README.md"]), end="")
    return 0


def command_new(options: argparse.Namespace) -> int:
    """Write a snippet that runs, and print the fences for its page."""
    try:
        print(skeleton.started(options.root, options.name))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return 0


#: What each command of the grammar does.
COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": command_run,
    "check": command_check,
    "promote": command_promote,
    "align": command_align,
    "mutate": command_mutate,
    "soak": command_soak,
    "tally": command_tally,
    "new": command_new,
}

if __name__ == "__main__":
    sys.exit(main())
