"""Counts what there is to check, for commands to tell and for the README to quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from proof.book import Book, Claim, Item, Runs, Source
from proof.check import buttons, trusted
from proof.common.files import write_atomically
from proof.doubt import mutate
from proof.doubt.bench import Verdict
from proof.doubt.mutants import KINDS
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
        "scripts": "mutants of scripts and of what claims ask",
        "button": "blocks that a page can run",
        "without: trains": "that it cannot, for they train",
        "without: backend": "name another backend, or need it",
        "without: process": "start processes, or need one of their own",
        "without: missing": "need data or a library that no page has",
        "without: otherwise": "print something else there",
        "name": "taken on trust: names",
        "idiom": "phrases with numbers in words",
        "unchecked": "blocks that are not run",
        "bound": "bounds",
        "tolerance": "tolerances",
        "volatile": "outputs with fields that vary",
        "differs": "lanes that print something else",
        "record": "records of other lanes than `make test` runs",
        "lanes": "scripts that run in some lanes of their family",
        "trains": "scripts left out where nothing can train",
        "equivalent": "reasons for mutants without a meaning",
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
        "scripts": "脚本与论断所问的变异体",
        "button": "能在网页里运行的代码块",
        "without: trains": "不能的：要训练",
        "without: backend": "提到或需要别的后端",
        "without: process": "要启动进程，或自己独占一个进程",
        "without: missing": "需要网页里没有的数据或库",
        "without: otherwise": "在网页里输出不同",
        "name": "凭信任采用的：专名",
        "idiom": "带数字的习语",
        "unchecked": "不运行的代码块",
        "bound": "上下界",
        "tolerance": "容差",
        "volatile": "有可变字段的输出",
        "differs": "输出不同的运行环境",
        "record": "`make test` 不运行的环境的记录",
        "lanes": "只在本系列部分环境里运行的脚本",
        "trains": "不能训练的环境里略过的脚本",
        "equivalent": "不改变含义的变异体的理由",
    },
}
#: What stands above the columns of what became of mutants, kind by kind, and what all kinds are called.
HEADS = {
    "README.md": (
        "mutants that every `make test` tries",
        ("tried", "noticed by a check", "only by comparing the languages", "without a meaning", "not held"),
        "all",
    ),
    "README.zh.md": (
        "每次 `make test` 试的变异体",
        ("试了", "检查发现", "只靠两种语言对照发现", "不改变含义", "无从发现"),
        "合计",
    ),
}


def in_words(book: Book) -> str:
    """How much there is to check, and in which lanes."""
    contents = [page.contents for page in book.pages.values()]
    fences = [fence for content in contents for fence in content.fences]
    requests = book.requests()
    lanes = [name for name in book.lanes if name not in book.absent]
    lanes += [name for name in dict.fromkeys(request.lane.name for request in requests) if name not in lanes]
    return (
        f"{len(book.pages)} pages, {len(fences)} fences "
        f"({sum(bool(fence.reason and not fence.include) for fence in fences)} with a reason), "
        f"{sum(len(content.claims) for content in contents)} claims, "
        f"{sum(len(content.pictures + content.figures) for content in contents)} pictures, "
        f"{len(book.snippets)} snippets, {len(requests)} runs in {', '.join(lanes)}"
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


def tally(book: Book, runs: Runs) -> dict[str, int]:
    """How much there is of everything; *runs* say which blocks have a button."""
    contents = [page.contents for page in book.pages.values()]
    texts, trust = mutate.of_texts(book), trusted.counted(book)
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
        **buttons.counted(book, runs),
        **{kind: trust[kind] for kind in WORDS["README.md"] if kind in trust},
    }


def rendered(counts: dict[str, int], verdicts: list[Verdict], name: str) -> str:
    """*counts*, and what became of mutants by kind, as the file called *name* states them."""
    first, heads, whole = HEADS[name]
    rows = [(WORDS[name][what], (count,)) for what, count in counts.items()]
    table = "| | |\n| --- | ---: |\n" + "".join(row(*each) for each in rows)
    kinds = {
        (KINDS[kind] if name.endswith(".zh.md") else kind): count
        for kind, count in mutate.by_kind(verdicts).items()
    }
    head = f"| {' | '.join([first, *heads])} |\n| --- |{' ---: |' * len(heads)}\n"
    found = {**kinds, whole: mutate.counted(verdicts)}
    return f"{table}\n{head}" + "".join(row(kind, count) for kind, count in found.items())


def row(words: str, numbers: Iterable[int]) -> str:
    """A row of a table."""
    return f"| {words} | {' | '.join(f'{number:,}' for number in numbers)} |\n"


def stale(root: Path, counts: dict[str, int], verdicts: list[Verdict]) -> list[str]:
    """The files that do not state *counts*, and what became of mutants."""
    return [
        name
        for name in WORDS
        if rendered(counts, verdicts, name) not in BLOCK.findall((root / name).read_text(encoding="utf-8"))
    ]


def write(root: Path, counts: dict[str, int], verdicts: list[Verdict]) -> list[str]:
    """Have the files state *counts*, and what became of mutants; return those that were changed."""
    changed = stale(root, counts, verdicts)
    for name in changed:
        text, said = (root / name).read_text(encoding="utf-8"), rendered(counts, verdicts, name)
        write_atomically(root / name, BLOCK.sub(lambda _, said=said: said, text))  # type: ignore[misc]
    return changed
