"""Holds what a page says of a diagram to those who cannot see it against the model that is drawn.

The kinds of layers that it names are in the model. A number is that of all layers or of a kind, of inputs,
outputs or what is between, of the units of a layer or the dimensions of what it gives.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from proof.book import Picture, ResolvedPage
from proof.check.claims import WORDS

#: A layer as `diagram()` gives it: name, class, shape of the output, layers it takes from.
Layer = tuple[str, str, str, tuple[str, ...]]
#: The words for numbers; those for one are mostly grammar.
NUMBERS = {word: number for word, number in WORDS.items() if number > 1}
CHINESE = re.compile("|".join(word for word in NUMBERS if not word.isascii()))
#: A word with a capital; and such a word that no sentence begins with but code.
CAPITAL, CODE = re.compile(r"\b[A-Z]\w*"), re.compile(r"\w[a-z]*[A-Z0-9]\w*")


def misdescribed(resolved: ResolvedPage) -> Iterator[tuple[int, str]]:
    """The line of each diagram of which the page says what its model is not, and what."""
    for part in resolved.parts:
        if isinstance(part.item, Picture) and part.run:
            try:
                layers = part.run.value(part.item.expression)
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


def miscounted(text: str, layers: list[Layer]) -> Iterator[str]:
    """The numbers in *text* that count nothing of *layers*."""
    counts = countable(layers)
    for word in (*re.findall(r"[a-z]+", text.casefold()), *CHINESE.findall(text)):
        if word in NUMBERS and NUMBERS[word] not in counts:
            yield f"says {word}, which counts nothing in it"


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
