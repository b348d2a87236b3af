"""Mutants of what stands around the words: includes, captions, tabs, headings, cells, commands, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from proof.doubt.mutants.layout import LINK, Layout, Site

CAPTIONS = {"Output": "Error", "Error": "Output", "输出": "报错", "报错": "输出"}
TAB = re.compile(r"(?m)^ */{3,} tab \| (?P<label>.+)$")
NEXT = re.compile(r"(?m)^(?:下一页：|Next page: )\[[^\]]*\]\((?P<path>[^)#\s]+)")
HEADING = re.compile(r"(?m)^(?P<signs>#{2,}) (?P<words>.+?) \{ #(?P<id>[\w-]+) \}$")
#: A kind of layer, and another.
LAYERS = {
    "Dense": "LSTM",
    "Conv2D": "MaxPooling2D",
    "Dropout": "Flatten",
    "Add": "Concatenate",
    "LSTM": "Dense",
    "Flatten": "Dropout",
    "Concatenate": "Add",
}


def blocks(layout: Layout) -> Iterator[Site]:
    """Includes of the next block, names of other scripts, captions exchanged."""
    text, fences = layout.text, layout.page.fences
    includes = [fence for fence in fences if fence.include]
    for fence, following in pairwise(includes):
        body, other = fence.body.strip(), following.body.strip()
        start = text.index(body, fence.start)
        if body != other:
            yield Site("include of another block", start, start + len(body), other, fence.anchor)
        if fence.title and following.title and fence.title != following.title:
            start = text.find(f'title="{fence.title}"', fence.start, fence.end) + len('title="')
            if fence.title.endswith(".py") and following.title.endswith(".py"):
                yield Site("file name of another script", start, start + len(fence.title), following.title)
    for fence in includes:
        word = (fence.title or "").partition(" ")[0].partition("（")[0]
        if word in CAPTIONS:
            start = text.find(f'title="{word}', fence.start, fence.end) + len('title="')
            yield Site("caption exchanged", start, start + len(word), CAPTIONS[word])


def commands(layout: Layout) -> Iterator[Site]:
    """Words of commands that nothing runs, with two letters exchanged; hosts with another end."""
    for fence in layout.page.fences:
        if fence.include or not fence.reason:
            continue
        start = layout.text.index("\n", fence.start) + 1
        for match in re.finditer(r"https?://[\w.-]+\.(\w+)", layout.text[start : fence.end]):
            yield Site("host of a command", start + match.start(1), start + match.end(1), f"{match[1]}x")
        for match in re.finditer(r"(?<![\w./])[A-Za-z-]{4,}(?![\w.]*[/:])", layout.text[start : fence.end]):
            word = match[0]
            place = next((n for n in range(1, len(word) - 1) if word[n] != word[n + 1]), 0)
            slip = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            if place and slip != word and "`" not in match[0]:
                yield Site("word of a command", start + match.start(), start + match.end(), slip)


def labels(layout: Layout) -> Iterator[Site]:
    """Labels of two tabs that change places."""
    for one, two in pairwise(TAB.finditer(layout.text)):
        between = layout.text[one.end() : two.start("label")]
        if one["label"] != two["label"] and "\n## " not in between:
            after = two["label"] + between + one["label"]
            yield Site("tabs exchanged", one.start("label"), two.end("label"), after)


def headings(layout: Layout) -> Iterator[Site]:
    """Headings that have the words of the next; the title of a page."""
    found = [match for match in HEADING.finditer(layout.text) if layout.labels[match.start()] == "prose"]
    for one, two in pairwise(found):
        yield Site("heading of another section", *one.span("words"), two["words"], one["id"])


def cells(layout: Layout) -> Iterator[Site]:
    """Cells of a table that change places with the next of their row."""
    for line in re.finditer(r"(?m)^\|(.*)\|$", layout.text):
        parts = [
            (m.start(1) + line.start(1), m.end(1) + line.start(1))
            for m in re.finditer(r"(?:^|\|) *([^|]+?) *(?=\||$)", line[1])
        ]
        for one, two in pairwise(parts):
            first, second = layout.text[slice(*one)], layout.text[slice(*two)]
            if first != second and not re.fullmatch(r"[-: ]+", first):
                after = second + layout.text[one[1] : two[0]] + first
                yield Site("cells of a table exchanged", one[0], two[1], after)


def links(layout: Layout) -> Iterator[Site]:
    """Links that lead elsewhere: another heading, another page, another site; the next page."""
    ids = [match["id"] for match in HEADING.finditer(layout.text)]
    following = {match.start("path"): match["path"] for match in NEXT.finditer(layout.text)}
    proofs = {claim.start for claim in layout.page.claims}
    places = [match for match in LINK.finditer(layout.text) if match.start() not in proofs]
    targets = [match["target"] for match in places]
    pages = list(dict.fromkeys(target for target in targets if target.endswith((".md", ".ipynb"))))
    for match in places:
        target, (start, end) = match["target"], match.span("target")
        if layout.labels[start] != "target":
            continue
        if start in following and len(pages) > 1:
            other = next(page for page in pages if page != target)
            yield Site("next page is another", start, end, other, target)
        elif target.startswith("#") and target[1:] in ids and len(ids) > 1:
            other = ids[(ids.index(target[1:]) + 1) % len(ids)]
            yield Site("link to another heading", start, end, f"#{other}", target)
        elif target in pages and len(pages) > 1:
            other = next(page for page in pages if page != target)
            yield Site("link to another page", start, end, other, target)
        elif host := re.match(r"https?://([\w.-]+)", target):
            typo = host[1][:1] + host[1][2:3] + host[1][1:2] + host[1][3:]
            if typo != host[1]:
                yield Site("link to a misspelt host", start + host.start(1), start + host.end(1), typo)


def ids(layout: Layout) -> Iterator[Site]:
    """Ids that are nowhere."""
    for match in re.finditer(r"#([a-z][\w-]*)(?=[ )\"])", layout.text):
        inside = "://" not in layout.text[layout.text.rfind("(", 0, match.start()) : match.start()]
        if inside and layout.labels[match.start()] in ("target", "expression"):
            yield Site("id", *match.span(1), f"{match[1]}-x", match[1])


def pictures(layout: Layout) -> Iterator[Site]:
    """Kinds of layers in the words for a picture, another."""
    for match in re.finditer(rf"\b(?:{'|'.join(LAYERS)})\b", layout.only("alt")):
        yield Site("layer of a picture's text", *match.span(), LAYERS[match[0]], match[0])


def gone(layout: Layout) -> Iterator[Site]:
    """Paragraphs, headings, list items and rows of tables that are gone."""
    page = layout.page
    for token in page.tokens:
        if token.type in ("paragraph_open", "heading_open", "tr_open") and token.map is not None:
            start, end = page.offsets[token.map[0]], page.offsets[token.map[1]]
            block = layout.text[start:end]
            if block.strip() and not block.startswith("///"):
                yield Site("block gone from both", start, end, "")


def lost(layout: Layout) -> Iterator[Site]:
    """Blocks that are gone, or have lost a word, in one language."""
    page = layout.page
    for site in gone(layout):
        yield Site("block gone from one", site.start, site.end, "")
    for token in page.tokens:
        if token.type == "inline" and token.map is not None and token.children:
            words = [child for child in token.children if child.type == "text" and len(child.content) > 3]
            for child in words[:1]:
                start = layout.text.find(
                    child.content, page.offsets[token.map[0]], page.offsets[token.map[1]]
                )
                if start >= 0 and not child.content.startswith("///"):
                    yield Site("word gone from one", start + 1, start + 3, "")
