"""Writes a page out as a reader sees it: includes filled in, claims marked, the run stated.

What comes out is plain Markdown with attribute lists. The site and the tests both call `expand`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from proof import diagram, records, sections
from proof.book import Book, Runs, Source
from proof.claims import brief
from proof.pages import Claim, Fence, Page, PageError, Picture, readable
from proof.runs import Run

WORDS = {
    "zh": {
        "unpromoted": "以下输出来自刚刚的运行，尚未写入记录。接受它：",
        "broken": "这段代码刚刚没有按预期运行：",
        "verified": "验证于 {date}",
        "scripts": "运行脚本 {count} 个",
        "claims": "证实数字与引文 {count} 处",
        "untrue": "有 {count} 处尚不成立",
        "within": "出自",
        "absent": "此次未在 {lane} 中运行",
    },
    "en": {
        "unpromoted": "This output comes from the run just made and is not recorded yet. To accept it:",
        "broken": "This code did not run as it should just now:",
        "verified": "Verified {date}",
        "scripts": "scripts run: {count}",
        "claims": "numbers and quotations proven: {count}",
        "untrue": "not true as it stands: {count}",
        "within": "in",
        "absent": "not run in {lane} this time",
    },
}
NAMES = {"keras": "Keras", "tensorflow": "TensorFlow", "python": "Python"}


def expand(book: Book, page: Page, runs: Runs) -> str:
    """The Markdown of *page* with what it includes, its claims marked, and a closing line.

    Raises:
        PageError: if the page cannot be read at all; anything less is shown on the page.
    """
    words = WORDS[page.language]

    def fence_body(fence: Fence) -> tuple[str, str]:
        try:
            source = book.source_of(page, fence)
            run = runs.get((source.snippet.path, source.lane.name))
            problem = book.run_problem(source.snippet, source.lane, runs) if run else None
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
        problem = book.claim_problem(page, claim, runs)
        if problem:
            return problem, "claim untrue"
        source = book.proof_of(page, claim)
        run = runs.get((source.snippet.path, source.lane.name))
        if run is None:
            return f"{claim.expression} ({words['absent'].format(lane=source.lane.name)})", "claim absent"
        value = run.value(claim.expression)
        if isinstance(value, str) and claim.text not in (value, f'"{value}"'):
            return f"“{brief(claim.text)}” {words['within']} {claim.expression}", "claim"
        shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else brief(value)
        return f"{claim.expression} → {shown}", "claim"

    def drawing(picture: Picture) -> str:
        problem = book.claim_problem(page, picture, runs)
        if problem:
            return notice(problem)
        source = book.proof_of(page, picture)
        run = runs.get((source.snippet.path, source.lane.name))
        if run is None:
            return notice(words["absent"].format(lane=source.lane.name))
        return f"<figure>{diagram.draw(run.value(picture.expression), picture.text)}</figure>"

    titles = {claim: claim_title(claim) for claim in page.claims}
    proven = sum(classes == "claim" for _, classes in titles.values())
    text = page.expanded(fence_body, titles.__getitem__, drawing)
    return f"{text}\n{closing_line(book, page, runs, proven)}\n"


def notice(text: str) -> str:
    """A paragraph that says what is wrong with the block below it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<p class="unpromoted">{escaped}</p>\n\n'


def closing_line(book: Book, page: Page, runs: Runs, proven: int) -> str:
    """What was verified on *page*, when, and with which versions; *proven* counts the true claims."""
    words = WORDS[page.language]
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
    problems = list(book.page_problems(page, runs))
    if shown:
        parts.insert(0, words["verified"].format(date=min(run.finished for run in shown.values())[:10]))
        parts.append(words["scripts"].format(count=len({path for path, _ in shown})))
    parts.append(words["claims"].format(count=proven))
    if problems:
        parts.append(words["untrue"].format(count=len(problems)))
    parts += [words["absent"].format(lane=lane) for lane in absent]
    return f'<p class="verified{" untrue" if problems else ""}">{" · ".join(parts)}</p>'


def sources(book: Book, page: Page) -> Iterator[Source]:
    """What the fences of *page* show and its claims and pictures cite, where that can be found."""
    fences, claims, pictures = readable(page)
    for fence in fences:
        with contextlib.suppress(PageError):
            yield book.source_of(page, fence)
    for claim in [*claims, *pictures]:
        with contextlib.suppress(PageError):
            yield book.proof_of(page, claim)
