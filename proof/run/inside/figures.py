"""A backend of matplotlib that keeps what `show()` would show. Runs in the snippet's process.

A figure is kept as a picture, an SVG that takes its colours from the page it is put into, and as what
it plots, lines of text by which two runs are compared.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import matplotlib
import numpy
from matplotlib._pylab_helpers import Gcf
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureManagerBase as FigureManager
from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

__all__ = ["FigureCanvas", "FigureManager", "show", "shown"]

#: The figures shown so far.
shown: list[dict[str, str]] = []

#: An array with more numbers than this is told by its shape and a checksum.
MOST_NUMBERS = 100
#: Colours that follow the page's.
COLOURS = {"#000000": "currentColor", "#ffffff": "var(--md-default-bg-color, #fff)"}


def show(**_: object) -> None:
    """Keep every open figure, and close it."""
    for manager in Gcf.get_all_fig_managers():
        figure = manager.canvas.figure
        shown.append({"svg": picture(figure), "data": "".join(f"{line}\n" for line in plotted(figure))})
    Gcf.destroy_all()


def picture(figure: Figure) -> str:
    """*figure* as one line of SVG, the same for the same figure."""
    target = io.StringIO()
    for axes in figure.axes:
        for image in axes.get_images():
            image.set_interpolation("none")
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": str(len(shown))}):
        figure.savefig(
            target,
            format="svg",
            transparent=True,
            bbox_inches="tight",
            metadata={"Date": None, "Creator": None},
        )
    svg = target.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r' style="([^"]*)"', lambda match: attributes(match[1]), svg)
    for fixed, own in COLOURS.items():
        svg = svg.replace(f'"{fixed}"', f'"{own}"')
    svg = re.sub(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'width="([\d.]+)pt" height="([\d.]+)pt"', r'class="figure" width="\1" height="\2"', svg)
    return re.sub(r"\s*\n\s*", " ", svg).replace("> <", "><").strip() + "\n"


def attributes(style: str) -> str:
    """A `style` as attributes, which a strict page lets pass; of a font, its size alone."""
    found = dict(part.split(": ", 1) for part in style.split("; ") if ": " in part)
    font = found.pop("font", None)
    if font:
        size = re.search(r"([\d.]+)px", font)
        found["font-size"] = size[1] if size else "10"
    return "".join(f' {name}="{value.strip(";")}"' for name, value in found.items())


def plotted(figure: Figure) -> Iterator[str]:
    """What *figure* plots: for each axes its words, its lines, its images and its bars."""
    for axes in figure.axes:
        words = {"title": axes.get_title(), "x": axes.get_xlabel(), "y": axes.get_ylabel()}
        said = {name: " ".join(text.split()) for name, text in words.items() if text}
        yield "axes " + ", ".join(f'{name} "{text}"' for name, text in said.items())
        yield from ("  " + line for line in plotted_in(axes))


def plotted_in(axes: Axes) -> Iterator[str]:
    """What one axes plots."""
    for line in axes.get_lines():
        yield f'line "{line.get_label()}": {numbers(line.get_ydata())}'
    for image in axes.get_images():
        yield f"image {numbers(image.get_array())}"
    bars = [patch.get_height() for patch in axes.patches if isinstance(patch, Rectangle)]
    if bars:
        yield f"bars: {numbers(bars)}"
    if axes.texts:
        yield "texts: " + " ".join(text.get_text() for text in axes.texts)


def numbers(values: object) -> str:
    """The shape of *values* and what they are, or a checksum where they are many."""
    array = numpy.asarray(values)
    shape = " × ".join(map(str, array.shape))
    if array.size > MOST_NUMBERS:
        return f"{shape}, checksum {zlib.crc32(numpy.ascontiguousarray(array, 'float32').tobytes())}"
    return f"{shape}, " + " ".join(f"{value:.4g}" for value in array.ravel().tolist())
