"""Text as its file has it: lines that end in a newline and nothing else, and what a terminal makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pyte

#: What moves the cursor, colours or rings: no text, but orders to a terminal.
ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: The most columns of a terminal that wraps no line.
WIDEST = 10_000


def read(file: Path) -> str:
    """The text of *file* as Python reads a script: UTF-8, with or without a byte order mark, any line ends.

    Raises:
        OSError, UnicodeDecodeError: if it cannot be read.
    """
    return file.read_text(encoding="utf-8-sig")


def lines(text: str, ends: bool = False) -> list[str]:
    r"""The lines of *text*, with their *ends* or without.

    `str.splitlines` takes a form feed and some other characters for the ends of lines, too.

    ```py
    from proof.common.text import lines

    print(lines("one\x0c\ntwo"))
    #> ['one\x0c', 'two']
    ```
    """
    found = text.split("\n")
    whole = [f"{line}\n" for line in found[:-1]] if ends else found[:-1]
    return whole + found[-1:] if found[-1] else whole


def on_terminal(text: str) -> str:
    r"""What a terminal shows in the end that is as wide as the longest line of *text*.

    Text without orders to a terminal comes back as it is. Of other text, colours are gone, what was written
    over is gone, and blanks at the ends of lines.

    ```py
    from proof.common.text import on_terminal

    print(on_terminal("1/2 \x1b[32m=>\x1b[0m\r2/2 ==\n"))
    #> 2/2 ==
    ```
    """
    if not ORDERS.search(text):
        return text
    rows = text.count("\n") + text.count("\x0b") + text.count("\x0c") + 1
    columns = min(WIDEST, max(map(len, text.split("\n"))) * 2 + 1)
    screen = pyte.Screen(columns, rows)
    screen.set_mode(pyte.modes.LNM)
    pyte.Stream(screen).feed(text)
    shown = [
        "".join(row[column].data for column in range(max(row, default=-1) + 1)) for row in rows_of(screen)
    ]
    return "\n".join(line.rstrip() for line in shown).rstrip("\n") + "\n" * text.endswith("\n")


def rows_of(screen: pyte.Screen) -> list[dict[int, pyte.screens.Char]]:
    """What is written in each row of *screen*."""
    return [screen.buffer[row] for row in range(screen.lines)]
