"""What a reader copies from the built site is a program, and it prints what stands beneath it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import BOOK
from proof import records, sections
from proof.book import Runs
from proof.lanes import NOW
from proof.pages import Page
from proof.runner import Request, Runner
from proof.runs import Store
from proof.snippets import METADATA, Snippet

#: Every so many programs, one is also run by a Python that knows nothing of this project.
EVERY = 12


@dataclass
class Block:
    """A block of the built page: its id, its classes, and the text that the copy button takes."""

    anchor: str
    classes: list[str]
    text: str = ""


@dataclass
class Blocks(HTMLParser):
    """Collects the blocks of code as the browser has them, by the text of their `<code>`."""

    found: list[Block] = field(default_factory=list)
    reading: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def __hash__(self) -> int:
        return id(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "div" and "highlight" in classes:
            self.found.append(Block(given.get("id") or "", classes))
        self.reading = self.reading or (tag == "code" and bool(self.found))

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self.reading = False
        if tag == "pre" and self.found:
            self.found.append(Block("", []))

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.found[-1].text += data


def copied(site: Path, page: Page) -> dict[str, str]:
    """What the copy button copies from each block of *page*, by the block's id."""
    folder = site if page.language == "zh" else site / "en"
    blocks = Blocks()
    html = (folder / page.path.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8")
    blocks.feed(html)
    return {block.anchor: block.text for block in blocks.found if block.anchor}


def programs(site: Path) -> Iterator[tuple[Page, Snippet, str]]:
    """Each block that is a whole script of today's Keras, with its text as copied."""
    for page in BOOK.pages.values():
        texts = copied(site, page)
        for fence in page.fences:
            if not fence.include or not fence.anchor:
                continue
            source = BOOK.source_of(page, fence)
            if not source.is_record and source.section is None and source.lane == NOW:
                yield page, source.snippet, texts[fence.anchor]


def test_what_is_copied_prints_its_record(site: Path, runner: Runner, runs: Runs, tmp_path: Path) -> None:
    assert runs
    requests: dict[str, Request] = {}
    for _, snippet, text in programs(site):
        file = tmp_path / snippet.path
        file.parent.mkdir(parents=True, exist_ok=True)
        metadata = METADATA.search(snippet.source)
        file.write_text((metadata[0] if metadata else "") + text, encoding="utf-8")
        if snippet.path not in requests and "mnist" not in snippet.data:
            requests[snippet.path] = Request(Snippet(tmp_path, snippet.path), NOW)
    assert len(requests) > 50
    with Runner(Store(tmp_path / "runs"), runner.workers) as fresh:
        for (path, _), run in fresh.run(requests.values()).items():
            shown = Snippet(BOOK.root, path)
            record = records.read(BOOK.root, shown.record(NOW))
            for name, text in records.printed(run).items():
                expected = sections.body(record, name) if text else ""
                assert records.normalised(shown, text).rstrip("\n") == expected.rstrip("\n"), path


def test_a_python_of_its_own_prints_the_same(site: Path, tmp_path: Path) -> None:
    known = {snippet.path: (snippet, text) for _, snippet, text in programs(site)}
    plain = [
        (snippet, text)
        for snippet, text in known.values()
        if not snippet.raises and not snippet.volatile and not snippet.data
    ]
    environment = {"HOME": str(tmp_path), "PATH": os.defpath, **NOW.environment, "MPLBACKEND": "agg"}
    for snippet, text in plain[::EVERY]:
        (tmp_path / "copied.py").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "copied.py"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        record = records.read(BOOK.root, snippet.record(NOW))
        assert done.stdout == sections.body(record, "stdout"), snippet.path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_offer_the_same_programs(site: Path, language: str) -> None:
    offered = {(page.path, snippet.path, text) for page, snippet, text in programs(site)}
    own = {
        (page.path, snippet.path, text) for page, snippet, text in programs(site) if page.language == language
    }
    assert own == offered
