"""Counts what there is to check, for commands to tell and for the README to quote."""

from __future__ import annotations

import re
from pathlib import Path

from proof.book import Book, Claim, Item, Source
from proof.common.files import write_atomically
from proof.doubt import mutate
from proof.doubt.mutate import Verdict
from proof.run import FOLDER

BLOCK = re.compile(
    r"(?s)(?<=<!-- tally: `python -m proof tally` writes what follows -->\n).*?(?=<!-- end of tally -->)"
)
WORDS = {
    "README.md": {
        "pages": "pages",
        "blocks": "blocks of code and output, and cells of notebooks",
        "cells": "of these, cells, which both languages share",
        "examples": "short examples",
        "records": "records",
        "claims": "claims",
        "pictures": "pictures",
        "digits": "runs of digits on pages and in records",
        "texts": "mutants of pages, records and pictures",
        "scripts": "mutants of scripts",
        "tried": "mutants that every `make test` tries",
        "noticed": "of these, noticed by a check",
        "excused": "of these, without a meaning, each with its reason",
        "survived": "of these, noticed by nothing",
    },
    "README.zh.md": {
        "pages": "页面",
        "blocks": "代码块、输出块与单元格",
        "cells": "其中两种语言共用的单元格",
        "examples": "短例",
        "records": "记录",
        "claims": "论断",
        "pictures": "图",
        "digits": "页面和记录里的数字串",
        "texts": "页面、记录与图的变异体",
        "scripts": "脚本的变异体",
        "tried": "每次 `make test` 试的变异体",
        "noticed": "其中被检查发现的",
        "excused": "其中不改变含义、各有理由的",
        "survived": "其中没有被发现的",
    },
}


def in_words(book: Book) -> str:
    """How much there is to check, and in which lanes."""
    contents = [page.contents for page in book.pages.values()]
    fences = [fence for content in contents for fence in content.fences]
    return (
        f"{len(book.pages)} pages, {len(fences)} fences "
        f"({sum(bool(fence.reason and not fence.include) for fence in fences)} with a reason), "
        f"{sum(len(content.claims) for content in contents)} claims, "
        f"{sum(len(content.pictures + content.figures) for content in contents)} pictures, "
        f"{len(book.snippets)} snippets, {len(book.requests())} runs in "
        f"{', '.join(name for name in book.lanes if name not in book.absent)}"
        + "".join(f"; NOT RUN: lane {name} is not installed" for name in book.absent)
    )


def ways(book: Book) -> dict[str, int]:
    """How many of all items of all pages are verified in which way; each in one, or in none for a reason."""
    found = dict.fromkeys(
        ("run in lanes", "short examples", "compared with records", "proven by a value", "without", "absent"),
        0,
    )
    for page in book.pages.values():
        for item, source, _ in book.found(page):
            if not page.shares(item):
                found[way(book, item, source)] += 1
    return found


def way(book: Book, item: Item, source: Source | None) -> str:
    """How one item is verified."""
    if source is None:
        return "without"
    if not book.judged(source.snippet, source.lane):
        return "absent"
    if isinstance(item, Claim):
        return "proven by a value"
    if source.is_record:
        return "compared with records"
    return "short examples" if source.snippet.example else "run in lanes"


def verified(book: Book, beside: int) -> str:
    """The same in words; *beside* counts the short examples that stand on no page."""
    by = ways(book)
    return (
        f"collected by Sybil: {sum(by.values()) + beside:,} items; "
        f"{by['run in lanes']:,} blocks and cells run in lanes, "
        f"{by['compared with records']:,} outputs and figures compared with records, "
        f"{by['proven by a value']:,} claims and diagrams proven by values, "
        f"{by['short examples'] + beside:,} short examples compared by pytest-examples, "
        f"{by['without']:,} not run, each with its reason, "
        f"{by['absent']:,} not run in lanes that are not here"
    )


def tally(book: Book, verdicts: list[Verdict]) -> dict[str, int]:
    """How much there is of everything, and what became of the mutants that every `make test` tries."""
    contents = [page.contents for page in book.pages.values()]
    texts = mutate.of_texts(book)
    return {
        "pages": len(contents),
        "blocks": sum(
            not page.shares(fence) for page in book.pages.values() for fence in page.contents.fences
        ),
        "cells": sum(len(snippet.code) for snippet in book.snippets),
        "examples": sum(snippet.example for snippet in book.snippets),
        "records": len(list((book.root / FOLDER).glob("*/*.txt"))),
        "claims": sum(len(content.claims) for content in contents),
        "pictures": sum(len(content.pictures) + len(content.figures) for content in contents),
        "digits": sum(mutant.kind.startswith("digit") for mutant in texts),
        "texts": len(texts),
        "scripts": len(mutate.of_scripts(book)),
        **mutate.counted(verdicts),
    }


def rendered(counts: dict[str, int], words: dict[str, str]) -> str:
    """*counts* as a table of Markdown."""
    return "| | |\n| --- | ---: |\n" + "".join(f"| {words[name]} | {counts[name]:,} |\n" for name in counts)


def stale(root: Path, counts: dict[str, int]) -> list[str]:
    """The files that do not state *counts*."""
    return [
        name
        for name, words in WORDS.items()
        if rendered(counts, words) not in BLOCK.findall((root / name).read_text(encoding="utf-8"))
    ]


def write(root: Path, counts: dict[str, int]) -> list[str]:
    """Have the files state *counts*; return those that were changed."""
    changed = stale(root, counts)
    for name in changed:
        text = (root / name).read_text(encoding="utf-8")
        write_atomically(root / name, BLOCK.sub(rendered(counts, WORDS[name]), text))
    return changed
