"""The work that all contestants are given: short Keras scripts, two a page, each with a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

#: A family of scripts of the kind that this site has; the last line is printed by no other script, and
#: tells whether the script had a process of its own, for Keras numbers the layers of a process.
TEMPLATES = (
    """\
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=({inputs},)),
        layers.Dense({units}, activation="relu"),
        layers.Dense({outputs}, activation="softmax"),
    ]
)
model.summary()
""",
    """\
import keras
from keras import layers

model = keras.Sequential()
model.add(keras.Input(shape=({inputs},)))
model.add(layers.Dense({units}, activation="relu"))
model.add(layers.Dense({outputs}))
for layer in model.layers:
    print(layer.name, layer.count_params())
""",
    """\
import keras
from keras import layers

inputs = keras.Input(shape=({inputs},))
x = layers.Dense({units}, activation="relu")(inputs)
outputs = layers.Dense({outputs}, activation="softmax")(x)
model = keras.Model(inputs=inputs, outputs=outputs)
model.summary()
""",
    """\
import keras
import numpy as np
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=({inputs},)),
        layers.Dense({units}, kernel_initializer="ones"),
        layers.Dense({outputs}, kernel_initializer="ones"),
    ]
)
print(model.predict(np.ones((1, {inputs})), verbose=0))
""",
)
LAST = 'print("{units} units:", *[layer.name for layer in model.layers])\n'
#: That line, as it is printed.
PRINTED_LAST = re.compile(r"(?<!\d)(\d+ units): (\w[\w ]*)")
COMMENT = "# The same again.\n"


@dataclass(frozen=True)
class Part:
    """One script of a page, and the numbers that the page says of it."""

    number: int
    edited: bool = False

    @property
    def name(self) -> str:
        """The name of the script, and the id of the block that shows it."""
        return f"n{self.number:04}"

    @property
    def sizes(self) -> dict[str, int]:
        """Sizes of layers; no two scripts have as many units."""
        return {
            "inputs": 16 + 16 * (self.number % 7),
            "units": 8 + self.number,
            "outputs": 2 + self.number % 9,
        }

    @property
    def source(self) -> str:
        """The script; an edited one prints the same."""
        template = TEMPLATES[self.number % len(TEMPLATES)] + LAST
        return template.format_map(self.sizes) + (COMMENT if self.edited else "")

    @property
    def first_layer(self) -> str:
        """The parameters of the first dense layer, as an equation."""
        inputs, units = self.sizes["inputs"], self.sizes["units"]
        return f"{inputs} × {units} + {units} = {(inputs + 1) * units:,}"

    @property
    def total(self) -> str:
        """The parameters of the model."""
        inputs, units, outputs = self.sizes.values()
        return f"{(inputs + 1) * units + (units + 1) * outputs:,}"


@dataclass(frozen=True)
class Leaf:
    """One page: two scripts, and what is said of them."""

    number: int
    parts: tuple[Part, Part]
    edited: bool = False

    @property
    def name(self) -> str:
        """The name of the page; the first is the one at which a site opens."""
        return f"p{self.number:04}" if self.number else "index"


@dataclass(frozen=True)
class Work:
    """Pages with their scripts, and what each script prints in a process of its own, where known."""

    leaves: tuple[Leaf, ...]
    printed: Mapping[str, str]

    @classmethod
    def of(cls, size: int) -> Work:
        """*size* scripts on half as many pages."""
        numbers = range(size // 2)
        return cls(tuple(Leaf(n, (Part(2 * n), Part(2 * n + 1))) for n in numbers), {})

    @cached_property
    def parts(self) -> list[Part]:
        """Every script."""
        return [part for leaf in self.leaves for part in leaf.parts]

    @property
    def touched(self) -> Leaf:
        """The page that is edited, or the script of which is: one in the middle."""
        return self.leaves[len(self.leaves) // 2]

    def with_snippet_edited(self) -> Work:
        """The same with a comment more in one script."""
        first, second = self.touched.parts
        return self.replacing(replace(self.touched, parts=(replace(first, edited=True), second)))

    def with_page_edited(self) -> Work:
        """The same with a sentence more on one page."""
        return self.replacing(replace(self.touched, edited=True))

    def replacing(self, leaf: Leaf) -> Work:
        """The same with another page of that number."""
        leaves = (leaf if old.number == leaf.number else old for old in self.leaves)
        return replace(self, leaves=tuple(leaves))


@dataclass(frozen=True)
class Words:
    """What the pages say, in one language."""

    title: str
    description: str
    opening: str
    more: str
    output: str
    total: str
    first_layer: str


WORDS = {
    "en": Words(
        title="Small models",
        description="Small models and what they print.",
        opening="Two small models follow, each with what it printed.",
        more=" Compare them line by line.",
        output="Output",
        total="This model has {claim} parameters in all. Read the numbers layer by layer.",
        first_layer="Its first dense layer has {claim} of them: the weights, and a bias for each unit.",
    ),
    "zh": Words(
        title="小模型",
        description="几个小模型，以及它们打印的内容。",
        opening="下面是两个小模型，各自附有打印的内容。",
        more="请逐行比较。",
        output="输出",
        total="这个模型一共有 {claim} 个参数。请一层一层地看这些数。",
        first_layer="第一个全连接层占其中 {claim} 个：权重，再加上每个单元一个偏置。",
    ),
}


def opening(leaf: Leaf, words: Words) -> str:
    """What a page begins with."""
    return words.opening + (words.more if leaf.edited else "")


def remarks(part: Part, words: Words) -> list[str]:
    """What is said of a script, its numbers bare."""
    return [words.total.format(claim=part.total), words.first_layer.format(claim=part.first_layer)]
