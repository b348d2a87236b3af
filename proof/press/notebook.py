"""Writes a page out as a notebook to download.

The text of the page becomes cells of Markdown, its scripts cells of code, and what is recorded of them
their output. All cells share one process, but each script was recorded in one of its own. So Keras is
reset before each script, and what changes its process has a cell that starts a new one. A script that a
page shows in sections has a cell for each. What cannot run in the notebook is shown, and says why.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import nbformat
from nbformat import NotebookNode, from_dict

from proof.book import (
    FRONT_MATTER,
    Fence,
    Figure,
    Notebook,
    Page,
    Picture,
    Resolved,
    ResolvedPage,
    Script,
    without_proof,
)
from proof.press import diagram
from proof.press.plain import address, as_markdown, indented
from proof.press.plan import Plan, apart
from proof.run import NOW, OUTPUT, SOLUTION, Cell

WORDS = {
    "zh": {
        "setup": "这份 Jupyter 笔记本来自[这个网页]({address})。请从上到下运行，先运行这一格：",
        "solution": "答案",
        "live": "（[网页]({address})上的这个地方可以动手操作。）",
        "apart": "下面这段要在一个新的 Python 里运行，所以多了 `%%script` 这一行。",
        "then": "下面这段用的是 Keras {version}，不能在这份笔记本里运行，所以只列出来。",
        "packages": "下面这段要另外安装软件包，所以这里只列出来。要运行，请下载 {links}。",
        "amid": "下面这段是另一个脚本，在这里运行会打乱前后的代码，所以只列出来。要运行，请下载 {links}。",
        "beside": "下面这段要和它旁边的文件一起运行，所以这里只列出来。要运行，请下载 {links}。",
    },
    "en": {
        "setup": "This notebook comes from [this page]({address}). Run it from its top, this cell first:",
        "solution": "Solution",
        "live": "(On the [page]({address}) there is something to try here.)",
        "apart": "What follows runs in a new Python; that is what the line with `%%script` is for.",
        "then": "What follows is for Keras {version} and cannot run in this notebook. It is only shown.",
        "packages": "What follows needs packages of its own. It is only shown. To run it, download {links}.",
        "amid": "What follows is another script, and to run it here would upset the code around it. "
        "It is only shown. To run it, download {links}.",
        "beside": "What follows needs the files beside it. It is only shown. To run it, download {links}.",
    },
}
SETUP = f"""\
import logging
import os
import sys

import keras

os.environ["JUPYTER_COLUMNS"] = "{NOW.environment["COLUMNS"]}"  # tables are as wide as on the page
logging.getLogger("tensorflow").setLevel("ERROR")  # that there are many models here is meant"""
RESET = "keras.utils.clear_session()  # layers are numbered from the start again"
#: The first line of a cell that runs in a process of its own.
APART = "%%script {sys.executable}"
LIVE = re.compile(r"(?m)^<div .*</div>$")
BLOCK = re.compile(r"(?m)^([ >]*)\0(\d+)\0$")
BUILDS_LAYERS = re.compile(r"\b(?:Input|Model|Sequential|layers)\b")
#: A diagram takes its colours from its page; a notebook has none to give, be it light or dark.
COLOURS = (
    "<style>svg{font:12px monospace;text-anchor:middle}rect{fill:#f4f2ec;stroke:#8a9099}text{fill:#22272e}"
    ".name{font-weight:700}.shape{fill:#565d66}path{fill:none;stroke:#8a9099}.head{fill:#8a9099}</style>"
)


def notebook(resolved: ResolvedPage, site: str) -> str:
    """The notebook of a page as JSON; *site* is where the pages of its language are."""
    cells = Writer(resolved, site).written()
    for number, cell in enumerate(cells):
        cell.id = cell.metadata.get("cell", f"cell-{number}")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    if isinstance(resolved.page, Notebook):
        about["proof"] = {"solution": WORDS[resolved.page.language]["solution"]}
    made = from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": cells})
    nbformat.validate(made)
    return str(nbformat.v4.writes(made))


def code_cell(source: str = "", **parts: Any) -> NotebookNode:
    """A cell of code. What makes one in nbformat would validate each as if it were a notebook."""
    empty: dict[str, Any] = {"metadata": {}, "execution_count": None, "outputs": []}
    cell: NotebookNode = from_dict({"cell_type": "code", "source": source, **empty, **parts})
    return cell


def output(kind: str, **parts: Any) -> NotebookNode:
    """What a cell shows."""
    shown: NotebookNode = from_dict({"output_type": kind, **parts})
    return shown


@dataclass
class Writer:
    """Writes the cells of one page, from its top to its end."""

    resolved: ResolvedPage
    site: str
    cells: list[NotebookNode] = field(default_factory=list)
    #: The cells of code, by script and section.
    code: dict[tuple[str, str | None], NotebookNode] = field(default_factory=dict)
    #: The scripts so far that build layers, which Keras numbers.
    builders: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def page(self) -> Page:
        """The page."""
        return self.resolved.page

    @cached_property
    def plan(self) -> Plan:
        """What becomes of the fences."""
        return Plan(self.resolved)

    def word(self, name: str, **values: str) -> str:
        """A sentence of ours in the language of the page."""
        return WORDS[self.page.language][name].format(**values)

    def written(self) -> list[NotebookNode]:
        """The cells."""
        page, plan = self.page, self.plan
        items: list[Fence | Figure] = sorted([*page.fences, *page.figures], key=lambda item: item.start)
        start = head.end() if (head := FRONT_MATTER.match(page.text)) else 0
        heading = page.text.find("\n## ", start)
        begins = min(place for place in (heading, items[0].start) if place >= 0)
        self.text = page.text[start:begins]
        self.add_setup()
        start = begins
        for item in items:
            self.text += page.text[start : item.start]
            start = item.end
            if isinstance(item, Figure):
                self.add_figure(item)
            elif item in plan.cells:
                self.add_code(item, plan.cells[item])
            elif item in plan.sources:
                self.add_shown(plan.blocks[item])
            else:
                self.add_block(item, item.body)
        self.text += page.text[start:]
        self.end_text()
        return self.cells

    def add_setup(self) -> None:
        """Where the notebook comes from, and a cell that makes its process ready for the others."""
        self.text += f"\n\n{self.word('setup', address=address(self.page, self.page.path, self.site))}"
        self.end_text()
        if not isinstance(self.page, Notebook):
            self.cells.append(code_cell(SETUP))

    def add_code(self, fence: Fence, section: str | None) -> None:
        """A cell for the script of *fence*, or a section of it, with its output; Keras is reset before it."""
        script = self.resolved.scripts[self.plan.sources[fence].snippet.path]
        snippet = script.snippet
        source = (script.text if section is None else self.plan.blocks[fence].shown).rstrip("\n")
        if snippet.example:
            source = OUTPUT.sub("", f"{source}\n").rstrip("\n")
        if apart(snippet):
            source = f"{APART}\n{source}"
            self.text += f"\n{self.word('apart')}\n"
        self.end_text()
        if snippet.path not in self.builders and BUILDS_LAYERS.search(snippet.source) and not apart(snippet):
            if self.builders:
                self.cells.append(code_cell(RESET))
            self.builders.append(snippet.path)
        shown = outputs(script, section, self.texts)
        cell = code_cell(source, metadata={"script": snippet.path}, outputs=shown)
        if snippet.raises or (snippet.data and section is None):
            cell.metadata["tags"] = ["raises-exception"]
        if isinstance(self.page, Notebook):
            self.number(cell, next(one for one in snippet.code if one.name == section))
        self.cells.append(cell)
        self.code[snippet.path, section] = cell

    def number(self, cell: NotebookNode, written: Cell) -> None:
        """Give a *cell* of a notebook its id, and the number that it has when run from the top.

        Before one that answers a question stands an empty one for the reader; the answer is folded.
        """
        count = len(self.code) + 1
        cell.execution_count = count
        cell.metadata["cell"] = written.name
        if written.tags:
            cell.metadata["tags"] = [*written.tags]
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
        if SOLUTION in written.tags:
            cell.metadata["jupyter"] = {"source_hidden": True, "outputs_hidden": True}
            self.cells.append(code_cell(metadata={"tags": ["yours"]}))

    def add_shown(self, part: Resolved) -> None:
        """A block that shows a script which does not run here, or a record that is no cell's output."""
        fence, source = part.item, part.source
        assert isinstance(fence, Fence)
        assert source is not None
        path = source.snippet.path
        if source.is_record:
            if source.lane == NOW and any(name == path for name, _ in self.code):
                return
        elif self.plan.scripts[path][0] == fence and (reason := self.plan.reasons.get(path)):
            script = self.resolved.scripts[path]
            version = re.search(r"(?m)^versions: keras ([\d.]+)", script.head)
            links = ", ".join(f"[`{name}`]({urljoin(self.site, name)})" for name in (path, *script.beside))
            self.text += f"{self.word(reason, version=version[1] if version else '', links=links)}\n\n"
        self.add_block(fence, part.shown)

    def add_block(self, fence: Fence, shown: str) -> None:
        """A block of code that does not run. It waits aside until the text around it is turned."""
        line = self.page.text[fence.start : fence.end]
        indent = line[: len(line) - len(line.lstrip())]
        self.text += f"{indent}\0{len(self.blocks)}\0\n"
        self.blocks.append(f"```{fence.language}\n{shown.rstrip()}\n```")

    def add_figure(self, figure: Figure) -> None:
        """A figure as a picture in the text, unless it is the output of a cell above."""
        part = self.resolved.of(figure)
        if part.source and not any(path == part.source.snippet.path for path, _ in self.code):
            self.text += self.attached(posixpath.basename(figure.path), f"{part.shown}\n", figure.text)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What the page says of each picture to those who cannot see it."""
        return {posixpath.basename(figure.path): figure.text for figure in self.page.figures}

    def attached(self, name: str, svg: str, text: str) -> str:
        """An image in Markdown, whose picture is attached to the cell."""
        self.pictures[name] = base64.b64encode(svg.encode()).decode()
        return f"![{text}](attachment:{name})"

    def drawn(self, picture: Picture) -> str:
        """A diagram as an image in Markdown; nothing where no run can give it."""
        run = self.resolved.of(picture).run
        try:
            graph = run.value(picture.expression) if run else None
        except LookupError:
            graph = None
        if graph is None:
            return ""
        svg = alone(diagram.draw(graph, picture.text))
        return self.attached(f"{picture.anchor}-{picture.line}.svg", svg, picture.text)

    def end_text(self) -> None:
        """Turn what has gathered as text into a cell, in the Markdown that notebooks know."""
        text, self.text = self.text, ""
        for item in self.page.links.proofs:
            written = self.page.text[item.start : item.end]
            if written in text:
                plain = self.drawn(item) if isinstance(item, Picture) else without_proof(written)
                text = text.replace(written, plain)
        text = as_markdown(text, self.page, self.site)
        text = LIVE.sub(self.word("live", address=address(self.page, self.page.path, self.site)), text)
        text = BLOCK.sub(lambda match: indented(self.blocks[int(match[2])], match[1]), text)
        if text:
            attached = {
                name: {"image/svg+xml": picture}
                for name, picture in self.pictures.items()
                if f"(attachment:{name})" in text
            }
            parts = {"attachments": attached} if attached else {}
            self.cells.append(from_dict({"cell_type": "markdown", "source": text, "metadata": {}, **parts}))


def alone(diagram: str) -> str:
    """A *diagram* as a file of its own, with the colours that a page would have given it."""
    named = diagram.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return named.replace("<title>", f"{COLOURS}<title>", 1)


def outputs(script: Script, section: str | None, texts: Mapping[str, str]) -> list[NotebookNode]:
    """What is recorded of *script*, or of a section of it, as the output of a cell.

    *texts* describe its figures, by the names of their files.
    """
    parts = script.record
    found = []
    if printed := parts.get(section or "stdout"):
        found.append(output("stream", name="stdout", text=printed))
    for name in parts:
        figure = name.removesuffix("-figure")
        if figure != name and section in (None, re.sub(r"-\d+$", "", figure), figure):
            path = script.snippet.picture(script.lane, figure)
            text = texts.get(posixpath.basename(path), figure)
            shown = {"image/svg+xml": script.pictures[path], "text/plain": text}
            found.append(output("display_data", data=shown, metadata={}))
    of_cell = f"{section}-" if script.snippet.cells else ""
    if of_cell or section is None or section == script.snippet.sections[-1]:
        if errors := parts.get(f"{of_cell}stderr"):
            found.append(output("stream", name="stderr", text=errors))
        if value := parts.get(f"{of_cell}out"):
            shown = {"text/plain": value.rstrip("\n")}
            found.append(output("execute_result", data=shown, metadata={}, execution_count=None))
        if error := parts.get(f"{of_cell}error"):
            kind, _, message = error.strip().partition(": ")
            found.append(output("error", ename=kind, evalue=message, traceback=error.splitlines()))
    return found
