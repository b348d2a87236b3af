"""Asks for what readers in mainland China are sent to: `python -m proof.site.lists.reached ROOT`.

Whoever runs it there has the days written that pages show behind these links. An address that does not answer
keeps the day on which it last did.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from proof.book import REACHED, Book, ensure_book
from proof.common.files import text_of, write_atomically
from proof.common.progress import Progress
from proof.site.lists import command
from proof.site.lists.elsewhere import UNREACHED, asked


def why_not(url: str) -> str:
    """Why what lies at *url* cannot be read; nothing if its first byte can."""
    try:
        return "" if asked(url, 1) else "it is empty"
    except UNREACHED as error:
        return str(error) or type(error).__name__


def main(root: Path) -> int:
    """Write today's day behind each address of the book at *root* that answers, and print the others."""
    ensure_book(root)
    found, today = Book(root).reached, date.today().isoformat()
    lines, missed = text_of(root, REACHED, missing="").split("\n"), list[str]()
    with Progress("reaching") as progress:
        for done, address in enumerate(found):
            progress.count(done, len(found), address.url)
            if why := why_not(address.url):
                missed.append(f"{REACHED}:{address.line}: {address.url} was not reached: {why}")
            else:
                lines[address.line - 1] = f"{address.url} = {today}"
    if found:
        write_atomically(root / REACHED, "\n".join(lines))
    print(*missed, sep="\n", end="\n" if missed else "")
    print(f"{len(found)} addresses, {len(found) - len(missed)} reached", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    command(main, "nothing was changed half-way", "ROOT")
