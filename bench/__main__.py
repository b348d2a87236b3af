"""The command line: `python -m bench`.

Exit codes: 0 all was measured; 1 a contestant failed; 2 the command was wrong; 3 the machine is in the
way; 130 interrupted.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import environment, results
from bench.contestants import CONTESTANTS, OWN
from bench.environment import VARIABLES, SetupError
from bench.session import Session
from bench.watch import CommandError
from proof.common.complaint import complain, reason
from proof.common.files import write_atomically
from proof.common.progress import Progress

ROOT = Path(__file__).parent.parent
PLACE = ROOT / ".cache" / "bench"
SHOWN = ROOT / "snippets" / "speed"
SIZES = (24, 96, 960)
#: The script of the site's page on speed: it prints all that was measured.
SCRIPT = "measured.py"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return the exit code."""
    options = parser().parse_args(arguments)
    try:
        return measure(options)
    except (CommandError, SetupError) as error:
        return complain(str(error), 3)
    except OSError as error:
        return complain(reason(error), 3)
    except KeyboardInterrupt:
        return complain("interrupted; nothing was written", 130)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    names = [contestant.name for contestant in CONTESTANTS]
    top = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure this project beside others that run code and show what it printed.",
        epilog="Exit codes: 0 all was measured; 1 a contestant failed; 2 a wrong command; "
        "3 the machine is in the way; 130 interrupted.",
    )
    top.add_argument("--sizes", nargs="+", type=size, default=SIZES, metavar="N", help="how many snippets")
    top.add_argument("--rounds", type=int, default=3, metavar="N", help="how often (default: 3)")
    top.add_argument(
        "--patience",
        type=float,
        default=30,
        metavar="SECONDS",
        help="whoever needs longer for a round is measured once (default: 30)",
    )
    top.add_argument(
        "--limit",
        type=float,
        default=60,
        metavar="SECONDS",
        help="whoever would need longer for a round is left out at larger sizes (default: 60)",
    )
    top.add_argument(
        "--only",
        nargs="+",
        choices=names,
        metavar="NAME",
        help=f"who beside this project and the floors, of: {', '.join(names)}",
    )
    return top


def size(text: str) -> int:
    """A number of snippets: two a page, on two pages at least."""
    if not text.isdecimal() or int(text) < 4 or int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is not an even number, four at least")
    return int(text)


def measure(options: argparse.Namespace) -> int:
    """Measure all that is asked for; keep it for the site if it is all that there is."""
    with Progress("measuring") as progress:
        progress.count(0, 1, "making the environment")
        commit = environment.commit(ROOT)
        python = environment.made(ROOT, PLACE / "env")
        wanted = [one for one in CONTESTANTS if one.every or options.only is None or one.name in options.only]
        session = Session(ROOT, PLACE, python, wanted, VARIABLES, progress.count)
        session.measure(sorted(set(options.sizes)), options.rounds, options.patience, options.limit)
    found = results.collected(commit, environment.versions(PLACE / "env"), session)
    text = results.written(found)
    complete = len(wanted) == len(CONTESTANTS) and set(options.sizes) == set(SIZES) and not session.failed
    for name, why in session.failed.items():
        complain(f"{name} failed: {why}", 1)
    if not any(one.every and one.name in session.failed for one in wanted):
        report(text)
    if complete:
        file = SHOWN / results.FILE
        write_atomically(file, text)
        complain(f"wrote {file.relative_to(ROOT)}; `python -m proof promote speed/measured` records it", 0)
    return 1 if session.failed else 0


def report(measured: str) -> None:
    """Print what the page on speed would show of *measured*, by the script of that page."""
    folder = PLACE / "report"
    write_atomically(folder / results.FILE, measured)
    shutil.copy(SHOWN / SCRIPT, folder)
    subprocess.run([OWN, str(folder / SCRIPT)], env={**VARIABLES, "MPLBACKEND": "template"}, check=True)


if __name__ == "__main__":
    sys.exit(main())
