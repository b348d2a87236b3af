"""Finds what other sites make something of and this one shows as it is written, such as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.book import Page

#: Signs of Markdown that a reader would see: what they are meant for, and what to write instead.
SIGNS = (
    (r"\[\^[^\]\s]+\]", "a footnote", "say it in the sentence, or link to it"),
    (r"^ {0,3}: +\S", "a list of definitions", "write a list, or a table"),
    (
        r"\$\$|(?<![\w$])\$(?:[A-Za-z][\w()]*|(?=\S)[^$\n]*[\\^_{}=+*/<>|][^$\n]*)(?<=\S)\$(?!\w)",
        "a formula",
        "write it in words, or as a claim",
    ),
    (r"\\(?:frac|sqrt|sum|int|times|cdot|alpha|beta|theta|mathbf)\b", "a formula", "write it in words"),
    (r"(?<!~)~~[^\s~][^~\n]*~~(?!~)", "text that is struck out", "leave it out"),
    (r"(?<![\w=])==[^\s=](?:[^=\n]*[^\s=])?==(?![\w=])", "text that is marked", "write **it** so"),
    (r"(?<![\w^])\^\^[^\s^][^^\n]*\^\^(?![\w^])", "text that is inserted", "write it plainly"),
    (r"^(?:!!!|\?\?\?\+?) +[\w-]+", "a box", "write `/// note` above it, and `///` below it"),
    (r'^===[!+]? +"', "a tab", "write `/// tab | Name` above it, and `///` below it"),
    (r"^\[[ xX]\] ", "a task to tick off", "write a plain list"),
    (r"^\*\[[^\]\n]+\]: ", "an abbreviation", "write the words where they are first needed"),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])", "an icon", "write the word"),
    (r"(?<![\w{+])\+\+[a-z]+(?:\+[a-z0-9]+)*\+\+", "a key", "write its name"),
    (r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}", "a template", "write what it would give"),
    (r"\{(?:\+\+|--|~~|>>|==)", "an edit", "write what is meant"),
    (r"^ *--8<--", "an include", "put it into a block of code, between lines of ```"),
    (r"\[\[[^\[\]\n]+\]\]", "a link", "write [text](page.md)"),
)
FOUND = tuple((re.compile(sign, re.MULTILINE), what, instead) for sign, what, instead in SIGNS)
#: Signs that Markdown takes away before anyone sees them.
ESCAPED = re.compile(r"\\\((?!\\).+?\\\)|\\\[(?:(?!\\[\[\]]).)*?[\^_=](?:(?!\\\]).)*\\\]", re.DOTALL)
#: What stands for code and pictures within the words.
OTHER = "\ufffc"
#: A note at the foot, as it is defined; it may be one word, which Markdown takes for the target of links.
NOTE = re.compile(r"(?m)^ {0,3}\[\^[^\]\n]+\]:")
TARGET = re.compile(r"""\]\([^()\s]*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)""")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def shown_raw(page: Page) -> Iterator[tuple[int, str]]:
    """The line of each such sign on *page*, and what to do about it."""
    told: set[tuple[int, str]] = set()
    for line, what, instead in (*signs(page), *notes(page)):
        if (line, what) not in told:
            told.add((line, what))
            yield line, f"{what} is shown as it is written, for this site makes none of it; {instead}"


def signs(page: Page) -> Iterator[tuple[int, str, str]]:
    """The signs in the words of *page*: their lines, what they are, and what to write instead."""
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        first = token.map[0] + 1
        text = "".join(
            {"text": child.content, "softbreak": "\n", "hardbreak": "\n"}.get(child.type, OTHER)
            for child in token.children or []
            if child.nesting == 0
        )
        for pattern, what, instead in FOUND:
            for found in pattern.finditer(text):
                yield first + text.count("\n", 0, found.start()), what, instead
        bare = TARGET.sub("]", CODE.sub(lambda code: "\n" * code[0].count("\n"), token.content))
        for found in ESCAPED.finditer(bare):
            yield first + bare.count("\n", 0, found.start()), "a formula", "write it in words, or as a claim"


def notes(page: Page) -> Iterator[tuple[int, str, str]]:
    """The definitions of footnotes."""
    blocks = [(fence.start, fence.end) for fence in page.fences]
    for found in NOTE.finditer(page.text):
        if not any(start <= found.start() < end for start, end in blocks):
            line = page.text.count("\n", 0, found.start()) + 1
            yield line, "a footnote", "say it in the sentence, or link to it"
