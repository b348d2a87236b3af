"""Holds what a page says of a picture to those who cannot see it against what is drawn.

Of a diagram, the kinds of layers that it names are in the model. A number is that of all layers or of a
kind, of inputs, outputs or what is between, of the units of a layer or the dimensions of what it gives. Of a
plot, a number counts its axes, lines, bars or rows, or is one at which a line begins.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from proof.book import Book, Figure, Picture, Resolved, ResolvedPage
from proof.check.words.numbers import numbers
from proof.check.words.spelled import without_idioms
from proof.check.words.vocabulary import WORDS
from proof.common.complaint import BookError
from proof.record import records
from proof.run import sections

#: A layer as `diagram()` gives it: name, class, shape of the output, layers it takes from.
Layer = tuple[str, str, str, tuple[str, ...]]
#: The words for numbers; those for one are mostly grammar.
NUMBERS = {word: number for word, number in WORDS.items() if number > 1}
CHINESE = re.compile("|".join(word for word in NUMBERS if not word.isascii()))
#: A word with a capital; and such a word that no sentence begins with but code.
CAPITAL, CODE = re.compile(r"\b[A-Z]\w*"), re.compile(r"\w[a-z]*[A-Z0-9]\w*")


def misdescribed(book: Book, resolved: ResolvedPage) -> Iterator[tuple[int, str]]:
    """The line of each picture of which the page says what is not in it, and what."""
    for part in resolved.parts:
        if isinstance(part.item, Figure) and part.source:
            for wrong in miscounted_plot(book, resolved.page.language, part):
                yield part.item.line, f"the text of the picture {part.item.path} {wrong}"
        if isinstance(part.item, Picture) and part.run:
            try:
                layers = [layer[:4] for layer in part.run.value(part.item.expression)]
            except LookupError:
                continue  # why there is no value is told where the claim is judged
            for wrong in (*strangers(part.item.text, layers), *miscounted(part.item.text, layers)):
                yield part.item.line, f"the text of the picture of {part.item.expression} {wrong}"


def strangers(text: str, layers: Iterable[Layer]) -> Iterator[str]:
    """What *text* calls by the name of a layer, and is none of *layers*."""
    known = {word for name, kind, _, _ in layers for word in (name, kind)}
    first = re.match(r"\W*\w+", text)
    for match in CAPITAL.finditer(text):
        begins = first is not None and match.end() == first.end() and not CODE.fullmatch(match[0])
        if match[0] not in known and not begins:
            yield f"names {match[0]}, which is not in it"


#: A number, and what it counts: a kind of layer, inputs, outputs, ways.
COUNTED = re.compile(
    rf"\b(?P<en>(?i:{'|'.join(word for word in WORDS if word.isascii())}))\s+(?P<hidden>hidden )?"
    r"(?:(?P<kind>[A-Z]\w+) layers?|(?P<of>inputs?|output layers?|outputs?|ways?)\b)"
    rf"|(?<!第)(?P<zh>{'|'.join(word for word in WORDS if not word.isascii())})(?:个|条)(?P<hid>隐藏的)? ?"
    r"(?:(?P<sort>[A-Z]\w+) 层|(?P<what>输入|输出|路))"
)


def miscounted(text: str, layers: list[Layer]) -> Iterator[str]:
    """The numbers in *text* that count nothing of *layers*."""
    for match in COUNTED.finditer(text):
        number = WORDS[(match["en"] or match["zh"]).casefold()]
        wanted = counts_of(layers, match["kind"] or match["sort"], match["of"] or match["what"] or "")
        wanted -= bool(match["hidden"] or match["hid"])
        if number != wanted and (number > 1 or not (match["kind"] or match["sort"])):
            yield f"says {match[0]}, and there are {wanted}"
    counts = countable(layers)
    for word in (*re.findall(r"[a-z]+", text.casefold()), *CHINESE.findall(text)):
        if word in NUMBERS and NUMBERS[word] not in counts:
            yield f"says {word}, which counts nothing in it"


def counts_of(layers: list[Layer], kind: str | None, what: str) -> int:
    """How many layers of a *kind* there are, or inputs, or outputs, or ways from one layer."""
    used = Counter(source for *_, sources in layers for source in sources)
    if kind:
        return sum(layer[1] == kind for layer in layers)
    if what.startswith(("input", "输入")):
        return sum(not sources for *_, sources in layers)
    if what.startswith(("output", "输出")):
        return sum(name not in used for name, *_ in layers)
    return max(used.values(), default=0)


def miscounted_plot(book: Book, language: str, part: Resolved) -> Iterator[str]:
    """The numbers in what is said of a plot that count nothing of it."""
    assert isinstance(part.item, Figure)
    assert part.source is not None
    text = without_idioms(book, language, part.item.text)
    said = [number for number in numbers(text, language) if number.value > 1]
    if not said:
        return
    try:
        record = records.read(book.root, part.source.snippet.record(part.source.lane))
        name = part.item.path.rpartition("/")[2].split(".")[-2]
        counts = plotted(sections.body(record, f"{name}-figure"))
    except (BookError, sections.SectionError):
        return  # a picture without a record is named where it is judged
    for number in said:
        if number.value not in counts:
            yield f"says {number.words}, which counts nothing in it"


def plotted(data: str) -> set[int]:
    """All whole numbers that can be said of a plot that is recorded as *data*."""
    axes = [part.split("\n") for part in re.split(r"(?m)^(?=axes)", data)[1:]]
    kinds, found = Counter[str](), {len(axes)}
    for lines in axes:
        own = Counter(line.split()[0].rstrip(":") for line in lines if line.startswith("  "))
        found.update(own.values())
        kinds.update(own)
    found.update(kinds.values())
    for size in re.findall(r"(?m)^  image (\d+) × (\d+)|^  bars: (\d+),", data):
        found.update(int(side) for side in size if side)
    begins = re.findall(r"(?m)^  line .*: \d+, (\d+)(?: |$)", data)
    return found.union(map(int, begins))


def countable(layers: list[Layer]) -> set[int]:
    """All numbers that can be said of *layers*."""
    used = {source for *_, sources in layers for source in sources}
    shapes = [shape for _, _, text, _ in layers if isinstance(shape := ast.literal_eval(text), tuple)]
    kinds = Counter(kind for _, kind, _, _ in layers)
    return {
        *kinds.values(),
        sum(count for kind, count in kinds.items() if kind != "InputLayer"),
        len(layers),
        sum(not sources for *_, sources in layers),
        sum(name not in used for name, *_ in layers),
        sum(bool(sources) and name in used for name, _, _, sources in layers),
        *(len(sources) for *_, sources in layers),
        *(len(shape) - 1 for shape in shapes),
        *(width for shape in shapes for width in shape if width),
    }
