"""Mutants of claims: texts, proofs and expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from proof.book import Claim
from proof.check import TRUTHS
from proof.doubt.mutants.layout import Layout, Site
from proof.doubt.mutants.mutant import next_number

#: The signs that are written for a number without being digits.
SIGNS = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
BOUND = {
    "fewer than": "more than",
    "less than": "more than",
    "more than": "less than",
    "below": "above",
    "above": "below",
    "at least": "at most",
    "at most": "at least",
    "超过": "不到",
    "不到": "超过",
    "少于": "多于",
    "多于": "少于",
    "低于": "高于",
    "高于": "低于",
    "小于": "大于",
    "大于": "小于",
    "至少": "至多",
    "至多": "至少",
    "以上": "以下",
    "以下": "以上",
    ">": "<",
    "<": ">",
}


def texts(layout: Layout) -> Iterator[Site]:
    """Claims that lose their proof, or change their words."""
    for claim in layout.page.claims:
        words, link = layout.link_of(claim), layout.text[claim.start : claim.end]
        place = claim.start, claim.end
        changed = re.sub(r"[0-9]+", lambda match: next_number(match[0]), words, count=1)
        target = f"{claim.page}#{claim.anchor}"
        yield Site(
            "claim without expression, another number", *place, f"[{changed}]({target})", claim.expression
        )
        if re.search(r"[0-9]", words) and "`" not in words:
            yield Site("claim without proof", *place, words, claim.expression)
            yield Site("number in other signs", *place, changed.translate(SIGNS), claim.expression)
            yield Site("number in HTML", *place, f"<abbr title='{changed}'>so many</abbr>", claim.expression)
        for word, other in BOUND.items():
            if word in words.casefold():
                start = claim.start + 1 + words.casefold().index(word)
                yield Site("bound turned", start, start + len(word), other, claim.expression)
                break
        for truth in (True, False):
            if words.casefold() in TRUTHS[truth]:
                after = sorted(TRUTHS[not truth], key=lambda word: (word.isascii() != words.isascii(), word))[
                    0
                ]
                yield Site("truth turned", *layout.words_of(claim), after, claim.expression)
        number = re.fullmatch(r"[0-9][0-9,]*", words)
        own = number[0].replace(",", "") if number else repr(words)
        if '"' not in own and link.count(f'"{claim.expression}"') == 1:
            span = proof_of(layout, claim)
            yield Site("value as its own proof", *span, own, claim.expression)
            disguised = f"len('x' * {own})" if number else f"str({own})"
            yield Site("value in disguise as proof", *span, disguised, claim.expression)


def proof_of(layout: Layout, claim: Claim) -> tuple[int, int]:
    """Where the expression of *claim* stands."""
    start = layout.text.rfind(f'"{claim.expression}"', claim.start, claim.end) + 1
    return start, start + len(claim.expression)


def exchanged(layout: Layout) -> Iterator[Site]:
    """Claims that change places with the next, with their proofs and without."""
    text = layout.text
    for one, two in pairwise(layout.page.claims):
        same_block = (
            layout.block_at(one.start) == layout.block_at(two.start)
            and "\n\n" not in text[one.start : two.end]
        )
        if (one.text, one.expression) == (two.text, two.expression):
            continue
        key = one.expression, two.expression
        if result(one.text) != result(two.text):
            numbers = all(re.search(r"[0-9]", claim.text) for claim in (one, two))
            kind = "number of another claim" if numbers else "words of another claim"
            yield Site(kind, *layout.words_of(one), layout.link_of(two), key)
        if same_block and one.text != two.text:
            first, second = text[one.start : one.end], text[two.start : two.end]
            after = second + text[one.end : two.start] + first
            yield Site("claims exchanged, proof and all", one.start, two.end, after, key)


def result(text: str) -> str:
    """The last side of an equation, or all of *text*."""
    return text.rpartition("=")[2].strip()


def asked(layout: Layout) -> Iterator[Site]:
    """Expressions that become those of the next claim, or are asked of another block."""
    anchors = [fence.anchor for fence in layout.page.fences if fence.anchor and fence.language == "python"]
    for one, two in pairwise(layout.page.claims):
        start, end = proof_of(layout, one)
        if start and one.expression != two.expression and '"' not in two.expression:
            yield Site("proof of another claim", start, end, two.expression, (one.expression, two.expression))
    for claim in layout.page.claims:
        if claim.anchor in anchors and len(anchors) > 1:
            other = anchors[(anchors.index(claim.anchor) + 1) % len(anchors)]
            start = layout.text.find(f"#{claim.anchor} ", claim.start, claim.end) + 1
            if start:
                yield Site(
                    "proof of another block", start, start + len(claim.anchor), str(other), claim.expression
                )
