"""Holds the two languages of a page against each other. Knows nothing of runs.

Both have the same skeleton, block by block: headings and their ids, includes, notes on their lines,
claims with the same expressions in whatever order a language says them, pictures, links, inline code, and
digits. What the words say, no program can compare; so `docs/aligned.txt` remembers each pair of blocks as
it was when somebody last brought the two in line (`python -m proof align`), and a change in one names the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from markdown_it.token import Token

from proof.book import ANNOTATED, FRONT_MATTER, HEADING_ID, Page, Picture, asks, titled, without_ids
from proof.check.claims import plain_word
from proof.check.words.numbers import numbers
from proof.check.words.prose import DIGITS
from proof.common.complaint import BookError
from proof.common.files import digest, listed, write_atomically

ALIGNED = "docs/aligned.txt"
HEAD = """\
# Each line: a page, and a block of its Chinese and of its English text as they were when somebody last
# brought them in line. `python -m proof align` writes this file; nothing else does.
"""
#: A line of the file. What a page is called is not for it to judge.
PAIR = re.compile(r"(?P<path>\S.*) (?P<zh>[0-9a-f]{12}) (?P<en>[0-9a-f]{12})")
LOCALE = re.compile(r"\b(?:zh-cn|en-us|zh|en)\b", re.IGNORECASE)
#: For each page, the pairs of its blocks: the digests of the Chinese and of the English one.
Pairs = Mapping[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True)
class Block:
    """One block of a page: its line, what both languages must share, by name, and its words."""

    line: int
    shared: Mapping[str, object]
    words: str

    @property
    def digest(self) -> str:
        """Names the words."""
        return digest(self.words)[:12]


@lru_cache(maxsize=1024)
def blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of *page* in order: the lines of its front matter, then all that holds text."""
    head = FRONT_MATTER.match(page.text)
    found = [
        Block(line, {"setting": text.partition(":")[0]}, text)
        for line, text in enumerate(head[0].splitlines() if head else [], start=1)
        if text not in ("", "---")
    ]
    inside: list[str] = []
    for token in page.tokens:
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
        if token.map is None:
            continue
        if token.type == "inline":
            found.append(block_of_text(token, inside[-1] if inside else ""))
        elif token.type in ("fence", "code_block"):
            ids = tuple(re.findall(r"#[\w-]+", token.info.split("=")[0]))
            shared: dict[str, object] = {"kind of block": "code", "id": ids, "code": token.content}
            shared["notes"] = ANNOTATED in token.info.split()
            found.append(Block(token.map[0] + 1, shared, token.info))
        elif token.type == "html_block":
            found.append(Block(token.map[0] + 1, {"kind of block": "HTML", "HTML": token.content}, ""))
    return tuple(found)


def block_of_text(token: Token, tag: str) -> Block:
    """A paragraph, a heading, or a cell."""
    children = token.children or []
    text = " ".join(child.content for child in children if child.type == "text")
    words = without_ids(outside_claims(children))
    links = [child for child in children if child.type == "link_open"]
    images = [child for child in children if child.type == "image"]
    assert token.map is not None
    return Block(
        token.map[0] + 1,
        {
            "kind of block": tag,
            "id": tuple(HEADING_ID.findall(text)),
            "claims": sorted(
                (page, expression, plain_word(text))
                for kind, page, expression, text in titled(token)
                if kind is not Picture and asks(page)
            ),
            "links": [LOCALE.sub("", target(link, "href")) for link in links if not proof_in(link, "href")],
            "pictures": [(target(image, "src"), proof_in(image, "src")) for image in images],
            "numbers of pictures": [in_words(image.content) for image in images],
            "inline code": sorted(child.content for child in children if child.type == "code_inline"),
            "digits": sorted(DIGITS.findall(words)),
        },
        token.content,
    )


def outside_claims(children: list[Token]) -> str:
    """The text of a block without the claims in it, which are compared by themselves."""
    found, within = list[str](), False
    for child in children:
        if child.type in ("link_open", "link_close"):
            within = child.type == "link_open" and proof_in(child, "href") is not None
        elif child.type == "text" and not within:
            found.append(child.content)
    return " ".join(found)


def in_words(text: str) -> list[int]:
    """The numbers in words, from four on, in *text*, a description of a picture in one of the languages."""
    language = "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"
    return sorted(number.value for number in numbers(text, language) if number.value > 3)


def target(token: Token, attribute: str) -> str:
    """Where a link or an image leads."""
    return str(token.attrGet(attribute))


def proof_in(token: Token, attribute: str) -> str | None:
    """The title of a link or an image, if it is an expression; elsewhere it is words, and translated."""
    title = token.attrGet("title")
    return str(title) if title and asks(target(token, attribute)) else None


def differences(zh: Page, en: Page) -> Iterator[str]:
    """Where the skeletons differ, each as `file:line: message`; only the first missing block."""
    for ours, theirs in zip_longest(blocks(zh), blocks(en)):
        if ours is None or theirs is None:
            page, block = (zh, ours) if ours else (en, theirs)
            other = en if ours else zh
            yield f"{page.name}:{block.line}: {other.name} ends before this block; bring both in line"
            return
        for name in {**ours.shared, **theirs.shared}:
            here, there = ours.shared.get(name), theirs.shared.get(name)
            if here != there:
                yield (
                    f"{zh.name}:{ours.line}: the {name} here and at {en.name}:{theirs.line} differ: "
                    f"{brief(here)} and {brief(there)}"
                )
                if name in ("kind of block", "id", "setting", "code"):
                    return


def brief(value: object, most: int = 90) -> str:
    """A shared part in one short line."""
    text = ", ".join(sorted(map(str, value))) if isinstance(value, (set, list, tuple)) else repr(value)
    return (text if len(text) <= most else text[: most - 1] + "…") or "nothing"


def aligned(root: Path) -> Pairs:
    """The pairs that were last brought in line.

    Raises:
        BookError: at a line that is none of its own.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for number, line in listed(root, ALIGNED):
        row = PAIR.fullmatch(line.rstrip())
        if row is None:
            raise BookError(
                f"{ALIGNED}:{number}: this line is not a page and two digests; remove it, and run "
                "`python -m proof check`, which names the pages to compare"
            )
        found.setdefault(row["path"], set()).add((row["zh"], row["en"]))
    return {path: frozenset(pairs) for path, pairs in found.items()}


def drift(zh: Page, en: Page, pairs: Pairs) -> Iterator[str]:
    """The blocks whose counterpart has changed since both were brought in line."""
    known = pairs.get(zh.path, frozenset())
    known_zh, known_en = {ours for ours, _ in known}, {theirs for _, theirs in known}
    if not known:
        yield (
            f"{zh.name}:1: nobody has brought this page and {en.name} in line yet; compare them, then run "
            f"`python -m proof align {zh.path}`"
        )
        return
    for ours, theirs in zip(blocks(zh), blocks(en), strict=False):
        if (ours.digest, theirs.digest) in known:
            continue
        same_zh, same_en = ours.digest in known_zh, theirs.digest in known_en
        here, there = (f"{zh.name}:{ours.line}", f"{en.name}:{theirs.line}")
        if same_zh and not same_en:
            here, there = there, here
        yield (
            f"{there}: revisit this block, for {here}, its counterpart, is not as it was when both were "
            f"brought in line; then run `python -m proof align {zh.path}`"
        )


def new_pairs(root: Path, zh: Page, en: Page) -> list[tuple[tuple[Page, Block], tuple[Page, Block]]]:
    """The pairs of blocks of a page that nobody has brought in line yet, each block with its page."""
    known = aligned(root).get(zh.path, frozenset())
    both = zip(blocks(zh), blocks(en), strict=True)
    return [((zh, ours), (en, theirs)) for ours, theirs in both if (ours.digest, theirs.digest) not in known]


def align(root: Path, both: list[tuple[Page, Page]]) -> None:
    """Take each pair of pages in *both* as in line."""
    old = aligned(root)
    new = {
        zh.path: frozenset(
            (ours.digest, theirs.digest) for ours, theirs in zip(blocks(zh), blocks(en), strict=True)
        )
        for zh, en in both
    }
    now = {**old, **new}
    if now != old:
        lines = [f"{path} {ours} {theirs}\n" for path in sorted(now) for ours, theirs in sorted(now[path])]
        write_atomically(root / ALIGNED, HEAD + "".join(lines))
