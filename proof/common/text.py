"""Text as its file has it: lines that end in a newline and nothing else, and what a terminal makes of it."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

import pyte

#: What moves the cursor, colours or rings: no text, but orders to a terminal.
ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: Those that move the cursor to another line, and those that have it write over what is there.
UP_OR_DOWN = re.compile(r"[\x0b\x0c]|\x1b(?:\[[\d;]*[ABEFHJSTdf]|[^\[])")
REWRITTEN = re.compile(r"[\x08]|\r(?!$)|\x1b\[[\d;]*[^\d;m]")
#: Stands for a tab on the screen, where tabs move the cursor.
TAB = "\ue009"
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

    Text without orders to a terminal comes back as it is. Of other text, colours are gone, and what was
    written over, and blanks at the ends of lines that were. Tabs stay tabs.

    ```py
    from proof.common.text import on_terminal

    print(on_terminal("1/2 \x1b[32m=>\x1b[0m\r2/2 =="))
    #> 2/2 ==
    ```
    """
    if not ORDERS.search(text):
        return text
    written = text.split("\n")
    feeds = text.count("\x0b") + text.count("\x0c")
    screen = pyte.Screen(min(WIDEST, max(map(len, written)) * 2 + 1), len(written) + feeds)
    screen.set_mode(pyte.modes.LNM)
    pyte.Stream(screen).feed(text.replace("\t", TAB))
    rows = [screen.buffer[row] for row in range(screen.lines)]
    shown = ["".join(row[column].data for column in range(max(row, default=-1) + 1)) for row in rows]
    moved = UP_OR_DOWN.search(text) is not None
    settled = [
        line.rstrip() if moved or REWRITTEN.search(before) else line
        for line, before in zip_longest(shown, written[: len(shown)], fillvalue="")
    ]
    return "\n".join(settled).rstrip("\n").replace(TAB, "\t") + "\n" * text.endswith("\n")
