"""What the prose of a page says: its lines, its spans, its words."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from proof.book.glossary import Term, count
from proof.book.page.front import FRONT_MATTER
from proof.book.page.page import Page
from proof.common.text import lines

WORD = re.compile(r"[^\W\d]\w*")
HEADING_ID = re.compile(r"\{ #[\w-]+ \}")
#: How many signs of Chinese, or words, a reader reads in a minute; and how many lines of code and output.
READ, CODE_LINES = {"zh": 300, "en": 200}, 60
SIGN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff][^\s\u3400-\u9fff]*")
#: How often a page uses a term that it builds on, at least; and how many of these are named.
OFTEN, MOST = 3, 4


class Section(NamedTuple):
    """A heading, its id, and the lines from it to the next one as high, the first and the last included.

    A whole page is one of level 0, without words.
    """

    level: int
    words: str
    anchor: str
    first: int
    last: int


@lru_cache(maxsize=1024)
def sections_of(page: Page) -> tuple[Section, ...]:
    """The whole of *page*, and its sections in order, each with those below it."""
    end = len(lines(page.text))
    found = [Section(0, "", "", 1, end)]
    tokens = iter(page.tokens)
    for token in tokens:
        if token.type == "heading_open" and token.map:
            said, level = next(tokens).content, int(token.tag.removeprefix("h"))
            match = HEADING_ID.search(said)
            here = Section(
                level,
                without_ids(said).strip(),
                match[0].strip("{ #}") if match else "",
                token.map[0] + 1,
                end,
            )
            found = [
                one._replace(last=min(one.last, here.first - 1)) if one.level >= level else one
                for one in found
            ]
            found.append(here)
    return tuple(found)


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words in *text*."""
    return frozenset(WORD.findall(text))


def unknown_words(page: Page, allowed: list[str], shown: str, known: frozenset[str]) -> list[tuple[int, str]]:
    """The line and the text of each word of inline code that is neither *allowed* nor in *shown*.

    *shown* is the text of all that the book shows, and *known* the words in it.
    """
    return [
        (line, word)
        for line, code in spans(page, "code_inline")
        for word in named_in(code)
        if word not in known and code not in allowed and code not in shown and word not in allowed
    ]


@lru_cache(maxsize=16384)
def named_in(code: str) -> tuple[str, ...]:
    """The words in a piece of inline code, each once; a name below `keras` is one word."""
    return tuple(dict.fromkeys(re.findall(r"keras(?:\.\w+)+", code) or WORD.findall(code)))


def texts(page: Page) -> Iterator[tuple[int, str]]:
    """The prose of *page* outside links and code: lines of front matter, blocks, titles of fences."""
    head = FRONT_MATTER.match(page.text)
    yield from enumerate(lines(head[0]) if head else [], start=1)
    for fence in page.fences:
        if fence.title and fence.title not in fence.body:
            yield fence.line, fence.title
    yield from spans(page, "text")


@lru_cache(maxsize=1024)
def spans(page: Page, kind: str) -> tuple[tuple[int, str], ...]:
    """The spans of one *kind* outside links, with their lines; an image is the text that describes it."""
    found = []
    for token in page.tokens:
        if token.type != "inline" or token.map is None:
            continue
        line, depth = token.map[0] + 1, 0
        for child in token.children or []:
            depth += child.nesting if child.type in ("link_open", "link_close") else 0
            line += child.type in ("softbreak", "hardbreak")
            if (child.type == kind or (child.type, kind) == ("image", "text")) and depth == 0:
                found.append((line, without_ids(child.content)))
    return tuple(found)


def without_ids(text: str) -> str:
    """*text* without the attribute list that gives a heading its id."""
    return HEADING_ID.sub("", text) if "{" in text else text


def minutes(both: list[Page], shown: Iterable[str]) -> int:
    """In how many minutes a page is read, in the mean of *both* languages, with the blocks *shown* on it."""
    code = sum(1 for text in shown for line in lines(text) if line.strip())
    said = [
        sum(len(SIGN.findall(token.content)) for token in page.tokens if token.type == "inline")
        / READ[page.language]
        for page in both
    ]
    return max(1, round(sum(said) / len(said) + code / CODE_LINES))


def needs(
    page: Page, both: list[Page], terms: Iterable[Term], menu: list[str]
) -> tuple[tuple[str, str], ...]:
    """The *terms* of earlier pages that both languages of *page* use most, and where each is introduced."""
    place = menu.index(page.path) if page.path in menu else 0
    said = {one.language: "\n".join(text for _, text in texts(one)) for one in both}
    used = Counter[tuple[str, str]]()
    for term in terms:
        path, _, section = term.introduced.partition("#")
        if path in menu[:place]:
            address = f"{posixpath.relpath(path, posixpath.dirname(page.path) or '.')}#{section}"
            words = {"zh": (term.zh,), "en": term.en}
            times = [count(words[language], text) for language, text in said.items()]
            used[words[page.language][0], address] = sum(times) if min(times) >= OFTEN else 0
    return tuple(term for term, times in used.most_common(MOST) if times)
