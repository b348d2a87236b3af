"""Writes a page out as a reader sees it: includes filled in, claims marked, the run stated.

What comes out is plain Markdown with attribute lists. The site and the tests both call `expand`.
"""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Iterator
from html import escape

from proof import diagram, records, sections
from proof.book import Book
from proof.claims import brief
from proof.items import Claim, Fence, Figure, Picture
from proof.judge import Judge
from proof.pages import FRONT_MATTER, Page, PageError
from proof.plan import notebook_of, offered
from proof.runs import Run
from proof.sources import Source

WORDS = {
    "zh": {
        "offer": "这一页也是一份[笔记本]({file}){{ download }}，可以下载到自己的电脑上运行。",
        "unpromoted": "以下输出来自刚刚的运行，尚未写入记录。接受它：",
        "broken": "这段代码刚刚没有按预期运行：",
        "verified": "验证于 {date}",
        "scripts": "运行脚本 {count} 个",
        "claims": "证实数字与引文 {count} 处",
        "untrue": "有 {count} 处尚不成立",
        "within": "出自",
        "absent": "此次未在 {lane} 中运行",
        "missing": "此次没有 {data} 数据，未验证",
    },
    "en": {
        "offer": "This page is also a [notebook]({file}){{ download }} that you can download and run.",
        "unpromoted": "This output comes from the run just made and is not recorded yet. To accept it:",
        "broken": "This code did not run as it should just now:",
        "verified": "Verified {date}",
        "scripts": "scripts run: {count}",
        "claims": "numbers and quotations proven: {count}",
        "untrue": "not true as it stands: {count}",
        "within": "in",
        "absent": "not run in {lane} this time",
        "missing": "not verified this time, for want of {data}",
    },
}
NAMES = {"keras": "Keras", "tensorflow": "TensorFlow", "python": "Python"}


def expand(judge: Judge, page: Page) -> str:
    """The Markdown of *page* with what it includes, its claims marked, and a closing line.

    Raises:
        PageError: if the page cannot be read at all; anything less is shown on the page.
    """
    words, book, runs = WORDS[page.language], judge.book, judge.runs

    def fence_body(fence: Fence) -> tuple[str, str]:
        try:
            source = book.source_of(page, fence)
            run = runs.get((source.snippet.path, source.lane.name))
            problem = judge.run_problem(source.snippet, source.lane) if run else None
            if problem and source.is_record and run and not run.exit:
                fresh = sections.body(records.render(source.snippet, run), str(source.section))
                command = f"python -m proof promote {source.snippet.path}"
                return f'<p class="unpromoted">{words["unpromoted"]} <code>{command}</code></p>\n\n', fresh
            shown = book.fence_shown(page, fence)
        except (PageError, sections.SectionError) as error:
            return notice(words["broken"]), f"{error}\n"
        if problem and not source.is_record and run and (run.exit or run.error):
            return notice(f"{words['broken']} {problem.splitlines()[0]}"), shown
        return "", shown

    def claim_title(claim: Claim) -> tuple[str, str]:
        problem = judge.claim_problem(page, claim)
        if problem:
            return problem, "claim untrue"
        source = book.proof_of(page, claim)
        run = runs.get((source.snippet.path, source.lane.name))
        if run is None:
            return f"{claim.expression} ({words['absent'].format(lane=source.lane.name)})", "claim absent"
        if run.stand_ins:
            return (
                f"{claim.expression} ({words['missing'].format(data=', '.join(run.stand_ins))})",
                "claim absent",
            )
        value = run.value(claim.expression)
        if isinstance(value, str) and claim.text not in (value, f'"{value}"'):
            return f"“{brief(claim.text)}” {words['within']} {claim.expression}", "claim"
        shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else brief(value)
        return f"{claim.expression} → {shown}", "claim"

    def drawing(picture: Picture | Figure) -> str:
        if isinstance(picture, Figure):
            problem = judge.figure_problem(page, picture)
            return (notice(problem) if problem else "") + figure(book, page, picture)
        problem = judge.claim_problem(page, picture)
        if problem:
            return notice(problem)
        source = book.proof_of(page, picture)
        run = runs.get((source.snippet.path, source.lane.name))
        if run is None:
            return notice(words["absent"].format(lane=source.lane.name))
        drawn = diagram.draw(run.value(picture.expression), picture.text)
        return f"<figure data-search-exclude>{drawn}</figure>"

    titles = {claim: claim_title(claim) for claim in page.claims}
    proven = sum(classes == "claim" for _, classes in titles.values())
    text = page.expanded(fence_body, titles.__getitem__, drawing)
    return f"{with_offer(book, page, text)}\n{closing_line(judge, page, proven)}\n"


def figure(book: Book, page: Page, image: Figure) -> str:
    """The recorded picture as HTML, described by the image's text; nothing if there is none."""
    try:
        file = book.root / str(book.origin(page, image).section)
        svg = file.read_text(encoding="utf-8").strip()
    except (PageError, OSError):
        return ""
    titled = svg.replace(">", f' role="img"><title>{escape(image.text)}</title>', 1)
    return f"<figure data-search-exclude>{titled}</figure>"


def notice(text: str) -> str:
    """A paragraph that says what is wrong with the block below it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<p class="unpromoted">{escaped}</p>\n\n'


def closing_line(judge: Judge, page: Page, proven: int) -> str:
    """What was verified on *page*, when, and with which versions; *proven* counts the true claims."""
    words, book, runs = WORDS[page.language], judge.book, judge.runs
    shown: dict[tuple[str, str], Run] = {}
    absent: dict[str, None] = {}
    for source in sources(book, page):
        name = source.snippet.path, source.lane.name
        if name in runs:
            shown[name] = runs[name]
        else:
            absent[source.lane.name] = None
    versions = {
        f"{NAMES.get(name, name)} {run.versions[name]}": None
        for name in NAMES
        for run in shown.values()
        if name in run.versions
    }
    parts = [*versions]
    problems = judge.page_problems(page)
    if shown:
        parts.insert(0, words["verified"].format(date=min(run.finished for run in shown.values())[:10]))
        parts.append(words["scripts"].format(count=len({path for path, _ in shown})))
    parts.append(words["claims"].format(count=proven))
    if problems:
        parts.append(words["untrue"].format(count=len(problems)))
    parts += [words["absent"].format(lane=lane) for lane in absent]
    missing = dict.fromkeys(name for run in shown.values() for name in run.stand_ins)
    parts += [words["missing"].format(data=name) for name in missing]
    return f'<p class="verified{" untrue" if problems else ""}">{" · ".join(parts)}</p>'


def sources(book: Book, page: Page) -> Iterator[Source]:
    """What the fences of *page* show and its claims and pictures cite, where that can be found."""
    for item in page.contents.all:
        with contextlib.suppress(PageError):
            yield book.origin(page, item)


def with_offer(book: Book, page: Page, text: str) -> str:
    """*text*, the expanded *page*, with a line below its title that offers the notebook, if there is one."""
    if not offered(book, page):
        return text
    line = WORDS[page.language]["offer"].format(file=posixpath.basename(notebook_of(page)))
    start = head.end() if (head := FRONT_MATTER.match(text)) else 0
    title = re.compile(r"(?m)^# .*\n").search(text, start)
    place = title.end() if title else start
    return f"{text[:place]}\n{line}\n{{ .notebook data-search-exclude }}\n{text[place:]}"
