"""Draws a model as an SVG: a box for each layer, in the order in which data passes through them.

The picture takes its colours from the page, so that one drawing serves the light and the dark one.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

BOX, GAP, STEP, MARGIN = 46, 28, 84, 6
LINE = 17
CHARACTER = 7.4


@dataclass(frozen=True)
class Layer:
    """One layer: its name, its class, the shape that it gives, the layers it takes from, its parameters."""

    name: str
    kind: str
    shape: str
    inputs: tuple[str, ...]
    count: int = 0

    @property
    def width(self) -> float:
        """How wide its box is, in pixels; a place that a way passes by has no box."""
        if not self.kind:
            return 8
        named = f"{self.name} ({self.kind})"
        return max(map(len, (named, self.shape, self.parameters))) * CHARACTER + 24

    @property
    def parameters(self) -> str:
        """How many parameters it has, in the words of `summary()`; nothing where there are none."""
        return f"{self.count:,} param{'s' if self.count != 1 else ''}" if self.count else ""


def draw(graph: list[tuple[Any, ...]], title: str) -> str:
    """Draw *graph*, the layers as `proof.run.inside.claims.diagram` gives them, described by *title*."""
    layers = {layer[0]: Layer(*layer) for layer in graph}
    more = LINE if any(layer.count for layer in layers.values()) else 0
    rows, ways = arranged(layers)
    widths = [sum(layer.width for layer in row) + GAP * (len(row) - 1) for row in rows]
    width = max(widths) + 2 * MARGIN
    height = (STEP + more) * (len(rows) - 1) + BOX + more + 2 * MARGIN
    places: dict[str, tuple[float, float]] = {}
    for number, row in enumerate(rows):
        left = (width - widths[number]) / 2
        for layer in row:
            places[layer.name] = (left + layer.width / 2, MARGIN + (STEP + more) * number)
            left += layer.width + GAP
    parts = [path([places[name] for name in way], BOX + more) for way in ways]
    parts += [box(layer, *places[layer.name], BOX + more) for layer in layers.values()]
    return (
        f'<svg class="diagram" role="img" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}"><title>{escape(title)}</title>{"".join(parts)}</svg>'
    )


def arranged(layers: dict[str, Layer]) -> tuple[list[list[Layer]], list[list[str]]]:
    """Put *layers* into rows, each below all that it takes from, and find the ways between them.

    A way that passes by a row has a place of its own there, without a box, so that it crosses none.
    """
    depth: dict[str, int] = {}
    for layer in layers.values():
        depth[layer.name] = 1 + max((depth[name] for name in layer.inputs), default=-1)
    rows: list[list[Layer]] = [[] for _ in range(1 + max(depth.values()))]
    for layer in layers.values():
        rows[depth[layer.name]].append(layer)
    ways = []
    for layer in layers.values():
        for name in layer.inputs:
            between = [
                Layer(f"{name}→{layer.name}:{row}", "", "", ())
                for row in range(depth[name] + 1, depth[layer.name])
            ]
            for row, place in enumerate(between, start=depth[name] + 1):
                rows[row].append(place)
            ways.append([name, *(place.name for place in between), layer.name])
    return rows, ways


def box(layer: Layer, middle: float, top: float, height: int) -> str:
    """One layer: a rounded box with two lines of text, and a third for its parameters."""
    left, below = middle - layer.width / 2, [text for text in (layer.shape, layer.parameters) if text]
    first = top + (height - LINE * (1 + len(below))) // 2 + 13
    return (
        f'<rect x="{left:.1f}" y="{top}" width="{layer.width:.1f}" height="{height}" rx="5"/>'
        f'<text x="{middle:.1f}" y="{first}"><tspan class="name">{escape(layer.name)}</tspan>'
        f" ({escape(layer.kind)})</text>"
    ) + "".join(
        f'<text x="{middle:.1f}" y="{first + LINE * place}" class="shape">{escape(text)}</text>'
        for place, text in enumerate(below, start=1)
    )


def path(places: list[tuple[float, float]], height: int) -> str:
    """The way from one layer to another past the *places* between: a curve, and a head at its end."""
    (x, y), *rest = places
    y += height
    line = f"M{x:.1f} {y}"
    for number, (to_x, to_y) in enumerate(rest):
        last = number == len(rest) - 1
        bend, stop = (to_y - y) / 2, to_y - 5 if last else to_y
        line += f"C{x:.1f} {y + bend} {to_x:.1f} {to_y - bend} {to_x:.1f} {stop}"
        if not last:
            line += f"V{to_y + height}"
        x, y = to_x, to_y + height
    tip_x, tip_y = rest[-1]
    head = f"M{tip_x - 4:.1f} {tip_y - 8}L{tip_x:.1f} {tip_y - 1}L{tip_x + 4:.1f} {tip_y - 8}Z"
    return f'<path d="{line}"/><path class="head" d="{head}"/>'
