"""The grammar of the command line: its commands, and what may follow them."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from proof.common.places import ROOT
from proof.run import HOMES, LANES


def natural(text: str, least: int = 0) -> int:
    """The whole number that *text* is, from *least* on."""
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} on")
    return int(text)


def positive(text: str) -> int:
    """The whole number that *text* is, from 1 on."""
    return natural(text, 1)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    top = argparse.ArgumentParser(
        prog="python -m proof",
        description="Run the snippets of this book, and hold every page against what they did.",
        epilog="Exit codes: 0 all is well; 1 something a reader would see is not true; "
        "2 a wrong command; 3 the machine is in the way; 4 the engine itself failed; 130 interrupted.",
    )
    top.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    top.add_argument(
        "-j", "--jobs", type=positive, metavar="N", help="how many snippets at a time (default: one a core)"
    )
    top.add_argument(
        "--lane",
        action="append",
        metavar="LANE",
        help=f"run in this lane (default: {', '.join(lane.name for lane in HOMES)}), "
        f"or in a family of lanes, or in all: {', '.join(LANES)}",
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run snippets and print what they print")
    run.add_argument("snippets", nargs="*", metavar="SNIPPET", help="default: all, without their output")
    run.set_defaults(command="run")

    check = commands.add_parser("check", help="list everything on the pages that is not true")
    check.set_defaults(command="check")

    promote = commands.add_parser("promote", help="accept what snippets print now as their records")
    promote.add_argument("snippets", nargs="*", metavar="SNIPPET", help="default: all")
    promote.set_defaults(command="promote")

    align = commands.add_parser("align", help="take both languages of pages as saying the same now")
    align.add_argument("pages", nargs="+", metavar="PAGE", help="such as sequential.md")
    align.add_argument("--yes", type=natural, metavar="N", help="N pairs that are new have been compared")
    align.set_defaults(command="align")

    trial = commands.add_parser(
        "mutate", help="change one thing at a time, and report which changes no check notices"
    )
    trial.add_argument("--texts", type=natural, metavar="N", help="of pages and records (default: all)")
    trial.add_argument("--scripts", type=natural, default=40, metavar="N", help="of scripts (default: 40)")
    trial.add_argument("--all", action="store_true", help="of scripts, too, all (takes long)")
    trial.add_argument("--seed", type=int, default=0, help="chooses another sample")
    trial.set_defaults(command="mutate")

    again = commands.add_parser(
        "soak", help="run everything again and again, in other orders and surroundings"
    )
    again.add_argument("--rounds", type=positive, default=20, metavar="N", help="how often (default: 20)")
    again.add_argument("--seed", type=int, default=0, help="chooses other orders and surroundings")
    again.set_defaults(command="soak")

    count = commands.add_parser("tally", help="count what there is to check, and have the READMEs say so")
    count.set_defaults(command="tally")

    accept = commands.add_parser("trust", help="accept what the book takes on trust now, and what it holds")
    accept.set_defaults(command="trust")

    new = commands.add_parser("new", help="start a snippet, and print how a page shows it")
    new.add_argument("name", metavar="CHAPTER/NAME", help="such as sequential/from_list")
    new.set_defaults(command="new")
    return top
