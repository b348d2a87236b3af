"""What a reader copies or downloads from the built site is a program, and prints what stands beneath it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import BOOK, ROOT, once_more
from proof.book.page.notebook import Notebook
from proof.book.page.page import Page
from proof.book.sources import Source
from proof.press.downloads import WORDS
from proof.record import records
from proof.run import sections
from proof.run.lanes import HOMES, LANES, NOW, Lane
from proof.run.runner import Request, Runner
from proof.run.runs import Store
from proof.run.snippets import METADATA, Snippet

#: Every so many programs, one is also run by a Python that knows nothing of this project.
EVERY = 40


@dataclass
class Block:
    """A block of the built page: its id, its classes, the text that the copy button takes, the downloads."""

    anchor: str
    classes: list[str]
    text: str = ""
    downloads: list[dict[str, str]] = field(default_factory=list)


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
        if tag == "a" and "download" in given and self.found:
            self.found[-1].downloads.append({name: value or "" for name, value in attrs})
        self.reading = self.reading or (tag == "code" and bool(self.found))

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self.reading = False
        if tag == "pre" and self.found:
            self.found.append(Block("", []))

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.found[-1].text += data


def folder_of(site: Path, page: Page) -> Path:
    """The folder of the built *page*."""
    return (site if page.language == "zh" else site / "en") / page.folder


@cache
def blocks_of(site: Path, page: Page) -> list[Block]:
    """The blocks of code of the built *page*."""
    blocks = Blocks()
    blocks.feed((folder_of(site, page) / "index.html").read_text("utf-8"))
    return [block for block in blocks.found if "highlight" in block.classes]


def programs(site: Path) -> Iterator[tuple[Page, Source, Block]]:
    """Each block that shows a script, or a part of one."""
    for page in BOOK.pages.values():
        if isinstance(page, Notebook):
            continue
        found = {block.anchor: block for block in blocks_of(site, page)}
        for fence in page.fences:
            if fence.include and fence.anchor:
                source = BOOK.source_of(page, fence)
                if not source.is_record:
                    yield page, source, found[fence.anchor]


def test_what_is_downloaded_is_the_script_that_ran_and_what_is_copied_is_in_it(site: Path) -> None:
    for page, source, block in programs(site):
        label = WORDS[page.language].format(path=source.snippet.path)
        script, *others = block.downloads
        assert script["aria-label"] == label
        file = folder_of(site, page) / script["href"]
        downloaded = file.read_text("utf-8")
        assert file.resolve().relative_to(site).as_posix().removeprefix("en/") == source.snippet.path
        assert downloaded == source.snippet.shown()
        assert ast.dump(ast.parse(downloaded)) == ast.dump(ast.parse(source.snippet.source))
        assert block.text == (downloaded if source.section is None else source.snippet.shown(source.section))
        for path, link in zip(BOOK.beside(source.snippet), others, strict=True):
            assert link["aria-label"] == WORDS[page.language].format(path=path)
            assert (folder_of(site, page) / link["href"]).read_bytes() == (BOOK.root / path).read_bytes()


def test_what_is_copied_has_neither_prompts_nor_output(site: Path) -> None:
    copied = [
        block.text
        for page in BOOK.pages.values()
        for block in blocks_of(site, page)
        if "language-text" not in block.classes
    ]
    assert copied
    for text in copied:
        assert not re.search(r"(?m)^(?:>>> |\.\.\. |\$ |PS |In \[|Out\[)", text), text
        assert not re.search(r"[│┃]", text), text


@pytest.mark.parametrize("home", HOMES, ids=lambda lane: lane.family)
def test_what_is_downloaded_prints_its_record(site: Path, runner: Runner, home: Lane) -> None:
    downloaded = ROOT / ".cache" / "downloads"
    requests: dict[tuple[str, str], Request] = {}
    same = set()
    for page, source, block in programs(site):
        snippet = source.snippet
        metadata = METADATA.search(snippet.source)
        for path, link in zip([snippet.path, *BOOK.beside(snippet)], block.downloads, strict=True):
            file = downloaded / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((folder_of(site, page) / link["href"]).read_bytes())
        if metadata:
            script = downloaded / snippet.path
            script.write_text(metadata[0] + script.read_text("utf-8"), encoding="utf-8")
        if (downloaded / snippet.path).read_text("utf-8") == snippet.source:
            same.add(snippet.path)  # to the byte what has run; what is marked on pages is another file
        elif once_more(snippet):
            for lane in BOOK.judged(snippet):
                request = Request(Snippet(downloaded, snippet.path), lane)
                if lane.family == home.family:
                    requests[request.name] = request
    assert len(same) > 10
    assert requests or home != NOW
    with Runner(Store(downloaded / "runs"), runner.workers) as fresh:
        for (path, name), run in fresh.run(requests.values()).items():
            if run.stand_ins:
                continue
            shown = Snippet(BOOK.root, path)
            record = records.read(BOOK.root, shown.record(LANES[name]))
            # Without the marks of sections, what a warning names stands on other lines.
            line = re.compile(rf"(?<={re.escape(path)}:)\d+")
            for part, text in records.printed(run).items():
                expected = sections.body(record, part) if text else ""
                said, wanted = (line.sub("#", one.rstrip("\n")) for one in (text, expected))
                assert records.normalised(shown, said) == wanted, path


#: The scripts that are shown whole, and promise no more than what they print.
PLAIN = [
    snippet
    for snippet in BOOK.snippets
    if snippet.lanes[0] == NOW and not snippet.raises and not snippet.volatile and not snippet.data
    if any((snippet.path, None) == fence.include for page in BOOK.pages.values() for fence in page.fences)
]


@pytest.mark.parametrize("snippet", PLAIN[::EVERY], ids=lambda snippet: snippet.path)
def test_a_python_of_its_own_prints_the_same(site: Path, tmp_path: Path, snippet: Snippet) -> None:
    shown = (block.text for _, source, block in programs(site) if source.snippet == snippet)
    (tmp_path / "copied.py").write_text(next(shown), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "copied.py"],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": os.defpath, **NOW.environment, "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == sections.body(records.read(BOOK.root, snippet.record(NOW)), "stdout")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_offer_the_same_programs(site: Path, language: str) -> None:
    offered = {(page.path, source.snippet.path, block.text) for page, source, block in programs(site)}
    own = {
        (page.path, source.snippet.path, block.text)
        for page, source, block in programs(site)
        if page.language == language
    }
    assert own == offered
