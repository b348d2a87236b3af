"""The files that stand beside a record: the pictures of figures, and products.

What a figure plots stands in the record, and decides whether two pictures are the same.
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from proof.common.files import digest
from proof.run import LANES, Run, Snippet

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?|nan|inf")


@dataclass(frozen=True)
class Piece:
    """A file of its own that belongs to a record: the picture of a figure, or a product.

    `told` is what the section of the record says of it, besides its digest.
    """

    kind: str
    section: str
    path: str
    content: bytes
    told: str
    tolerance: float

    @property
    def text(self) -> str:
        """What the section of the record says."""
        return f"{self.told}{self.kind}: sha256 {digest(self.content)}\n"

    def same_as(self, before: str) -> bool:
        """Whether another one, of which a record says *before*, may stand for this one."""
        if self.kind == "picture":
            return alike(before, self.text, self.tolerance)
        return before == self.text or (self.tolerance == math.inf and before.startswith(self.told))


def pieces(snippet: Snippet, run: Run) -> Iterator[Piece]:
    """The pictures and the products of *run*, in the order of their sections."""
    lane = LANES[run.lane]
    for name, figure in sorted(run.figures.items()):
        path, svg = snippet.picture(lane, name), figure["svg"].encode()
        yield Piece("picture", f"{name}-figure", path, svg, figure["data"], snippet.tolerance(name))
    for name, encoded in sorted(run.products.items()):
        path, content = snippet.product(lane, name), base64.b64decode(encoded)
        told, section = f"{name}: {len(content)} bytes\n", f"{name.removesuffix('.bin')}-product"
        yield Piece("product", section, path, content, told, snippet.tolerance(name))


def alike(old: str, new: str, tolerance: float) -> bool:
    """Whether two texts say the same, but for numbers that lie apart by no more than *tolerance*.

    Of figures, they say what is plotted.
    """
    plots = [re.sub(r"(?m)^picture: .*\n", "", text) for text in (old, new)]
    if NUMBER.sub("#", plots[0]) != NUMBER.sub("#", plots[1]):
        return False
    pairs = zip(*(map(float, NUMBER.findall(plot)) for plot in plots), strict=True)
    return all(abs(a - b) <= tolerance for a, b in pairs)
