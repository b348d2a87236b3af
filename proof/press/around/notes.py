"""Marks the lines of code that have notes, and has the marks open them.

A mark is a button without text at the end of its line, so that what is copied, changed and run is the code
alone. Its note is a popover: the browser opens and closes it, with or without scripts. Where a browser knows
no popovers, and on paper, there are no marks, and the notes stand below the block.
"""

from __future__ import annotations

import itertools
import re
from html import escape, unescape

from proof.book import Fence, Page, Resolved, notes_below

WORDS = {"zh": "注 {number}：{piece}", "en": "Note {number}: {piece}"}
#: A block with the lines that have notes, and the list of these below it.
NOTED = re.compile(
    r'(?P<head><div [^>]*?) data-notes="(?P<lines>[\d ]+)"(?P<open>[^>]*>(?:(?!</div>).)*?<code>)'
    r"(?P<code>.*?)(?P<end></code></pre></div>\s*)<ol>(?P<notes>.*?)</ol>",
    re.DOTALL,
)
NOTE = re.compile(r"<li>(.*?)</li>", re.DOTALL)
PIECE = re.compile(r"\s*<code[^>]*>(.*?)</code>")


def marks(page: Page, part: Resolved) -> str:
    """The mark of a block whose lines have notes: which lines, the first being 0; nothing for any other."""
    if not isinstance(part.item, Fence) or not part.item.annotated:
        return ""
    places = [note.places(part.shown) for note in notes_below(page.tokens, part.item)]
    if not places or any(len(found) != 1 for found in places):
        return ""
    return f'data-notes="{" ".join(str(place) for (place,) in places)}"'


def with_marks(html: str, language: str) -> str:
    """*html*, a page in a *language*, with a mark at the end of each line that has a note, which it opens."""
    ids = itertools.count(1)

    def marked(block: re.Match[str]) -> str:
        code, opened = block["code"].split("\n"), list[str]()
        places = map(int, block["lines"].split())
        for number, (place, said) in enumerate(zip(places, NOTE.findall(block["notes"]), strict=True), 1):
            name, piece = f"note-{next(ids)}", PIECE.match(said)
            label = WORDS[language].format(number=number, piece=unescape(piece[1]) if piece else "")
            named = f'data-number="{number}" aria-label="{escape(label)}"'
            code[place] += f'<button class="mark" type="button" popovertarget="{name}" {named}></button>'
            opened.append(
                f'<div class="code-note" id="{name}" role="dialog" tabindex="-1" {named} popover>'
                f"{said.strip()}</div>"
            )
        shown = "\n".join(code)
        return (
            f'{block["head"]}{block["open"]}{shown}{block["end"]}<div class="notes">{"".join(opened)}</div>'
        )

    return NOTED.sub(marked, html)
