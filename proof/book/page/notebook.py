"""Reads a page that is a notebook from its script in cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import ClassVar

from proof.book.page import PageError
from proof.book.page.items import Fence, Item
from proof.book.page.page import LANGUAGES, Page
from proof.common.text import lines as lines_of
from proof.run import NOTEBOOKS, Snippet, SnippetError


@dataclass(frozen=True, eq=False)
class Notebook(Page):
    """A page that is a notebook: the words of one language, and the code of both, of a script in cells.

    Its text has each line where the script has it. A cell of code is a block that includes it.
    """

    starts_at_once: ClassVar = False

    @property
    def name(self) -> str:
        """The path of the script, which messages give."""
        return f"{NOTEBOOKS}/{self.path.removesuffix('.ipynb')}.py"

    @cached_property
    def snippet(self) -> Snippet:
        """The script."""
        return Snippet(self.root, self.name)

    @cached_property
    def text(self) -> str:
        """The page's Markdown.

        Raises:
            PageError: if the script cannot be read.
        """
        try:
            script, cells = self.snippet, self.snippet.cells
        except SnippetError as error:
            raise PageError(str(error)) from None
        lines = [""] * (script.source.count("\n") + 1)
        for cell in cells:
            if cell.kind == "code":
                block = [f"``` {{ .python #{cell.name} }}", f'--8<-- "{self.name}:{cell.name}"', "```"]
                lines[cell.line - 1 : cell.line + 2] = block
            elif cell.language == self.language:
                lines[cell.line : cell.line + len(cell.words)] = cell.words
        return "\n".join(lines) + "\n"

    @property
    def written(self) -> str:
        """What stands in its file: the script."""
        return self.snippet.source

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the script, with their ends."""
        return lines_of(self.written, ends=True)

    @cached_property
    def begins(self) -> list[int]:
        """The offset in the script at which each of them begins."""
        return [0, *accumulate(map(len, self.lines))]

    def shares(self, item: Item) -> bool:
        """Whether *item* is a cell that is counted in another language."""
        own = isinstance(item, Fence) and item.include is not None and item.include[0] == self.name
        return own and self.language != LANGUAGES[0]

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where in the script a span of words stands."""
        number = self.text.count("\n", 0, start)
        before = self.begins[number] - self.offsets[number]
        last = self.text.count("\n", start, end)
        spanned = self.lines[number : number + last + 1]
        signs = [2 if line.startswith("# ") else line.startswith("#") for line in spanned]
        return start + before + signs[0], end + before + sum(signs)
