"""Holds what stands around a block against what stands in it: the file name, the caption, the tab.

A script is shown under its own path. What it printed is shown as output, an exception as an error, and what
went to standard error as that. A tab for today holds today's Keras, and one for a backend what it printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from proof.book import Fence, Page, ResolvedPage, Source
from proof.run import Lane

#: What the sections of a record may be called; those of a script are output.
CAPTIONS: dict[str | None, dict[str, tuple[str, ...]]] = {
    "error": {"zh": ("报错",), "en": ("Error",)},
    "stderr": {"zh": ("标准错误", "警告"), "en": ("Standard error", "Warning")},
}
OUTPUT: dict[str, tuple[str, ...]] = {"zh": ("输出",), "en": ("Output",)}
#: What a family of lanes is called on the tabs.
TIMES = {"今天": "now", "Now": "now", "当年": "then", "Then": "then"}
#: What the backends are called, by the names that Keras has for them.
BACKENDS = {
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
    "openvino": "OpenVINO",
    "theano": "Theano",
}
TAB = re.compile(r"(?ms)^ *(/{3,}) tab \| (?P<label>[^\n]*)\n(?P<body>.*?)^ *\1$")


@dataclass(frozen=True)
class Tab:
    """A tab of a page, between two offsets in its text."""

    label: str
    start: int
    end: int


def tabs(page: Page) -> list[Tab]:
    """The tabs of *page*."""
    return [Tab(match["label"].strip(), *match.span()) for match in TAB.finditer(page.text)]


def misnamed(resolved: ResolvedPage) -> Iterator[tuple[int, str]]:
    """The line of each block around which something else stands than what is in it, and what."""
    found = tabs(resolved.page)
    shown = Counter(part.item.include for part in resolved.parts if isinstance(part.item, Fence))
    for part in resolved.parts:
        if isinstance(part.item, Fence) and part.item.include and shown[part.item.include] > 1:
            yield (
                part.item.line,
                f"{part.item.include[0]} is shown twice; a part of it stands once on a page",
            )
        if isinstance(part.item, Fence) and part.source:
            wrong = wrong_name(resolved.page.language, part.item, part.source)
            if wrong:
                yield part.item.line, wrong
            for tab in found:
                within = tab.start < part.item.start < tab.end
                if within and (wrong := wrong_tab(tab.label, part.source)):
                    yield part.item.line, wrong


def wrong_name(language: str, fence: Fence, source: Source) -> str | None:
    """What is wrong with the kind and the name of a block; None if nothing."""
    kind = "text" if source.is_record else "python"
    if fence.language != kind:
        return f"a block that shows {source.what} is called .{kind}, not .{fence.language}"
    if not source.is_record:
        if fence.title in (None, source.snippet.path):
            return None
        return f"the block is called {fence.title}, but shows {source.snippet.path}"
    words = CAPTIONS.get(source.section, OUTPUT)[language]
    title, _, backend = (fence.title or words[0]).rstrip("）)").replace(" (", "（").partition("（")
    if title not in words:
        return f"the block is called {fence.title}, but shows {source.what}: call it {' or '.join(words)}"
    own = backend_of(source.lane)
    if backend and backend != own:
        return f"the block is called {fence.title}, but shows what {own} printed"
    return None


def wrong_tab(label: str, source: Source) -> str | None:
    """What is wrong with the *label* of the tab in which a block stands; None if nothing."""
    time = next((family for word, family in TIMES.items() if label.startswith(word)), source.lane.family)
    if source.lane.family != time:
        return f"the tab “{label}” shows {source.what}, which is of the family {source.lane.family}"
    named = {name for name in BACKENDS.values() if re.search(rf"\b{name}\b", label)}
    record = source.snippet.record(source.lane)
    theirs = {backend_of(lane) for lane in source.snippet.lanes if source.snippet.record(lane) == record}
    if source.is_record and not named <= theirs:
        return f"the tab “{label}” shows what {', '.join(sorted(theirs))} printed"
    return None


def backend_of(lane: Lane) -> str:
    """What the backend of *lane* is called."""
    return BACKENDS[lane.environment["KERAS_BACKEND"]]
