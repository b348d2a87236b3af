"""The command line: `python -m proof`.

Exit codes: 0 all is well; 1 something that a reader would see is not true; 2 the command was
wrong; 3 the machine is in the way (a full disk, a lane that is not installed or does not start); 4 the
engine itself failed; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from proof.book import Book, Runs, ensure_book, skeleton
from proof.check import Judge, buttons, gaps, parity, trusted
from proof.common.complaint import MACHINE, UNTRUE, UsageError, commanded, complain
from proof.common.files import write_all
from proof.common.progress import Progress
from proof.doubt import Mutant, Verdict, bench, mutate, soak, tally
from proof.grammar import parser
from proof.press.shown import Reader
from proof.record import changes
from proof.run import FOLDER, HOMES, IN_PAGE, LANES, Lane, Runner, Snippet, Store, failure, named, snippets

STORE = ".cache/runs"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = parser().parse_args(arguments)

    def work() -> int:
        ensure_book(options.root)
        return COMMANDS[options.command](options)

    return commanded(work, "nothing was changed half-way")


def chosen_lanes(names: list[str] | None) -> list[Lane]:
    """The lanes called *names*; `all` is every one, and none is the home of each family."""
    try:
        return list(HOMES) if not names else named(LANES if "all" in names else names)
    except KeyError as error:
        raise UsageError(f"there is no lane {error}; there are: {', '.join(LANES)}") from None


def not_run(options: argparse.Namespace, book: Book) -> int:
    """Say which of the lanes that are asked for are not installed; give the exit code that this makes.

    A lane that was asked for by its own name has to be there, and one at least of any others. Of those that
    nobody asked for, only what some snippet needs is told.
    """
    needed = {lane.name for snippet in book.snippets if not snippet.problem for lane in snippet.lanes}
    for name in book.absent if options.lane else [name for name in book.absent if name in needed]:
        print(f"NOT RUN: lane {name} is not installed; `make lane-{name}` installs it", file=sys.stderr)
    missed = {*book.absent} & {*(options.lane or ())} or len(book.absent) == len(book.lanes)
    return MACHINE if missed else 0


def chosen(book: Book, names: list[str]) -> list[Snippet]:
    """The snippets called *names*: as a path, or without `snippets/` or `.py`."""
    known = {snippet.path: snippet for snippet in book.snippets}
    found = []
    for name in names:
        given = Path(name).as_posix().removeprefix(f"{book.root.as_posix()}/").removesuffix(".py")
        path = f"{FOLDER}/{given.removeprefix(f'{FOLDER}/')}.py"
        if path not in known:
            why = snippets.none_at(path) if (book.root / path).exists() else None
            if why:
                raise UsageError(f"{path}:1: {why}")
            have = (
                "\n".join(f"    {path}" for path in known) or "    none; `proof new CHAPTER/NAME` starts one"
            )
            raise UsageError(f"there is no snippet {name}; there are:\n{have}")
        found.append(known[path])
    return list(dict.fromkeys(found))


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
            if not LANES[lane].proves:
                print(f"{path}: {buttons.in_words(by_path[path], runs)}", file=sys.stderr)
        wrong = failure(by_path[path], run) if LANES[lane].proves else None
        if wrong:
            failed += 1
            print(wrong, file=sys.stderr)
    print(f"{len(runs)} runs, {failed} failed", file=sys.stderr)
    return not_run(options, book) or (UNTRUE if failed else 0)


def command_check(options: argparse.Namespace) -> int:
    """List every problem, then count what was looked at."""
    book = Book(options.root, chosen_lanes(options.lane))
    runs = run_all(options, book)
    judge = Judge(book, runs)
    reader = Reader(options.root)
    problems = [*judge.problems()]
    problems += [wrong for page in book.pages.values() for wrong in reader.misread(judge.judged(page))]
    reader.keep()
    problems = list(dict.fromkeys(problems))
    for problem in problems:
        print(problem)
    for line in (*gaps.unverified(judge), *gaps.unjudged(judge)):
        print(line, file=sys.stderr)
    print(f"{tally.in_words(book)}: {len(problems)} problems", file=sys.stderr)
    missed = not_run(options, book) if options.lane else 0
    return UNTRUE if problems else missed


def command_promote(options: argparse.Namespace) -> int:
    """Write the records of runs that did not fail, showing what changes."""
    book = Book(options.root, chosen_lanes(options.lane))
    wanted = chosen(book, options.snippets) or book.snippets
    runs = run_all(options, book, wanted)
    by_path = {snippet.path: snippet for snippet in wanted}
    unreadable = [snippet.problem for snippet in wanted if snippet.problem]
    for problem in unreadable:
        print(f"not promoted: {problem}", file=sys.stderr)
    failed, changed = len(unreadable), dict[str, changes.Change]()
    proving = [run for (_, lane), run in sorted(runs.items()) if LANES[lane].proves]
    with Progress("comparing") as progress:
        found_for = changes.of_runs(by_path, proving, options.jobs, progress.count)
    for run, found in zip(proving, found_for, strict=True):
        if isinstance(found, str):
            failed += 1
            print(f"not promoted: {found}", file=sys.stderr)
        elif found is not None:
            changed[by_path[run.snippet].record(LANES[run.lane])] = found
    write_all(
        {options.root / path: held for change in changed.values() for path, held in change.files.items()}
    )
    for record, change in changed.items():
        print(f"wrote {record}")
        print("\n".join(change.diff), end="\n" if change.diff else "")
    print(f"{len(changed)} records written, {failed} failed", file=sys.stderr)
    return not_run(options, book) or (UNTRUE if failed else 0)


def command_align(options: argparse.Namespace) -> int:
    """Remember both languages of pages as in line, unless their skeletons differ."""
    book = Book(options.root)
    paths = [named_page(book, name) for name in options.pages]
    wanted = [(zh, en) for zh, en in book.pairs if zh.path in paths]
    for page in (page for pair in wanted for page in pair):
        if page.problem:
            return complain(f"not aligned: {page.problem}", UNTRUE)
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


def named_page(book: Book, name: str) -> str:
    """The path, among the pages of a language, of the page called *name*: that, or its path in the project.

    Raises:
        UsageError: if there is none in both languages.
    """
    path = Path(name).as_posix().removeprefix(f"{book.root.as_posix()}/")
    known = {zh.path: zh.path for zh, _ in book.pairs}
    known |= {page.name: page.path for pair in book.pairs for page in pair}
    if path not in known:
        pages = ", ".join(sorted(zh.path for zh, _ in book.pairs)) or "none"
        raise UsageError(f"there is no page {name} in both languages; there are {pages}")
    return known[path]


def agreed(count: int, options: argparse.Namespace) -> bool:
    """Whether whoever asks says that so many pairs of blocks, which they were shown, say the same.

    Raises:
        UsageError: if they say another number, or nobody is there to be asked.
    """
    if options.yes is None and sys.stdin is not None and sys.stdin.isatty():
        print(f"Do these {count} pairs say the same? [y/N] ", end="", flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")
    if options.yes != count:
        raise UsageError(
            f"{count} pairs of blocks would be newly in line; compare them, then say how many there are: "
            f"`proof align {shlex.join(options.pages)} --yes {count}`"
        )
    return True


def command_mutate(options: argparse.Namespace) -> int:
    """Try mutants; list those that nothing notices, and proofs that nothing moves; count by kind."""
    book = Book(options.root, chosen_lanes(options.lane))
    runs = true_runs(options, book)
    texts = mutate.slice_of(mutate.of_texts(book), options.texts, options.seed)
    scripts = mutate.slice_of(mutate.of_scripts(book), None if options.all else options.scripts, options.seed)
    verdicts = try_all(options, book, runs, texts, scripts)
    unexpected = mutate.unexpected(verdicts)
    for verdict in verdicts:
        if verdict.survived:
            print(f"{'SURVIVED' if verdict.mutant in unexpected else 'not held'}: {verdict.mutant}")
    for path, expression in mutate.unmoved(book, verdicts):
        print(f"no change of {path} moves {mutate.asked_for(expression)}: {expression}")
    print(mutate.report(verdicts))
    return 1 if unexpected else 0


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
) -> list[Verdict]:
    """What became of mutants, showing progress on a terminal."""
    workers = options.jobs or os.cpu_count() or 1
    with Progress("mutants of texts") as progress:
        verdicts = bench.try_texts(book, runs, texts, workers, progress.count)
    with Progress("mutants of scripts") as progress:
        return verdicts + bench.try_scripts(book, runs, scripts, workers, progress.count)


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
    counts, verdicts = tally.tally(book, runs), try_all(options, book, runs, *mutate.sample(book, runs))
    for name in tally.write(options.root, counts, verdicts):
        print(f"wrote {name}", file=sys.stderr)
    print(tally.rendered(counts, verdicts, "README.md"), end="")
    return 0


def command_trust(options: argparse.Namespace) -> int:
    """Accept what is taken on trust and held now, showing the lines that change."""
    book = Book(options.root, [IN_PAGE])
    runs = run_all(options, book)
    changed = trusted.trust(book, buttons.lines(book, runs, trusted.accepted(book.root)))
    print("\n".join(changed), end="\n" if changed else "")
    print(f"{len(changed)} lines changed", file=sys.stderr)
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
    "trust": command_trust,
    "new": command_new,
}

if __name__ == "__main__":
    sys.exit(main())
