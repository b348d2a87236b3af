"""Writes a page out as a reader sees it: includes filled in, claims marked, the run stated.

What comes out is plain Markdown with attribute lists. The site and the tests both call `expand`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from proof.book import (
    Claim,
    Fence,
    Figure,
    Notebook,
    Page,
    Picture,
    Resolved,
    without_proof,
)
from proof.check import JudgedPage, brief
from proof.common.text import lines
from proof.press import diagram
from proof.press.around import notes, runnable
from proof.press.around.entries import with_entries
from proof.press.around.head import NAMES, Verified, with_head, with_line
from proof.press.around.reached import with_days
from proof.run import NOW

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
        "missing": "此次没有 {data} 数据，未验证",
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
        "missing": "not verified this time, for want of {data}",
    },
}
#: What stands before each line of a block that is indented or quoted, and the marks of its edges.
OPENING = re.compile(r"(?P<before>[\s>]*).*?(?P<marks>`{3,}|~{3,}|$)")
#: Where a cell of a notebook stands among its words, for what shows cells.
CELL = '<div data-cell="{}"></div>\n'
#: The width of a lane's terminal; what shows that output stands in columns, which would fall apart.
COLUMNS = int(NOW.environment["COLUMNS"])
IN_COLUMNS = re.compile(r"[\u2500-\u257f]|\S {3,}\S|^ {8}", re.MULTILINE)
#: What a version says of how it was built comes behind one of these.
RELEASE = re.compile(r"[+-]")
#: By what names readers know the modules that a lane computes with.
BACKENDS = ("tensorflow", "jax", "torch", "openvino", "theano", "onnxruntime")
CALLED = {
    **NAMES,
    "jax": "JAX",
    "torch": "PyTorch",
    "openvino": "OpenVINO",
    "theano": "Theano",
    "onnxruntime": "ONNX Runtime",
}


def expand(judged: JudgedPage) -> str:
    """The Markdown of a page with what it includes, its claims marked, and a closing line.

    Of a page that cannot be read, its text below the reason why not.
    """
    page = judged.page
    if page.problem:
        text = page.text if page.readable else ""
        return f"{with_line(text, notice(page.problem))}\n{closing_line(judged, 0, [])}\n"
    titles = {claim: claim_title(judged, claim) for claim in page.claims}
    proven = sum(classes == "claim" for _, classes in titles.values())
    held = {claim: held_in(judged.on(claim)[0]) for claim in page.claims if titles[claim][1] == "claim"}
    grounds = list(dict.fromkeys(held.values()))
    for claim, ground in held.items():
        if place := grounds.index(ground):
            titles[claim] = titles[claim][0], f"claim data-run={place}"
    text = filled_in(
        page, lambda fence: fence_body(judged, fence), titles.__getitem__, lambda item: drawing(judged, item)
    )
    text = with_days(judged.resolved, with_entries(judged.resolved, with_head(judged, text)))
    return f"{text}\n{closing_line(judged, proven, grounds)}\n".lstrip("\n")


def filled_in(
    page: Page,
    fence_body: Callable[[Fence], tuple[str, str, str]],
    claim_title: Callable[[Claim], tuple[str, str]],
    drawing: Callable[[Picture | Figure], str],
) -> str:
    """The text of *page* with its fences and claims filled in.

    *fence_body* gives for a fence the text before it, its new body and its attributes; *claim_title* gives
    for a claim its new title, and its CSS classes and attributes; *drawing* gives for a diagram or a figure
    its HTML.
    """
    changes: list[tuple[int, int, str]] = []
    for fence in page.fences:
        if fence.include:
            before, body, marks = fence_body(fence)
            changes.append((fence.start, fence.end, before + refilled(page, fence, body, marks)))
    for claim in page.claims:
        title, classes = claim_title(claim)
        text = without_proof(page.text[claim.start : claim.end])
        marks = " ".join(name if "=" in name else f".{name}" for name in classes.split())
        link = f'[{text}](<{claim.page}#{claim.anchor}> "{as_entities(title)}"){{ {marks} }}'
        changes.append((claim.start, claim.end, link))
    drawn: list[Picture | Figure] = [*page.pictures, *page.figures]
    changes += [(item.start, item.end, drawing(item)) for item in drawn]
    text = page.text
    for start, end, replacement in sorted(changes, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def refilled(page: Page, fence: Fence, body: str, marks: str) -> str:
    """The lines of *fence*, with *marks*, around another body, indented as they are.

    In a notebook, the place of a cell.
    """
    if isinstance(page, Notebook) and fence.include and fence.include[0] == page.name:
        return CELL.format(fence.anchor)
    opening_line, *_, closing_line = lines(page.text[fence.start : fence.end])
    opening = OPENING.match(opening_line)
    before, edge = opening.groups() if opening else ("", "")
    shown = [before + line if line else before.rstrip() for line in lines(body)]
    runs = re.findall(rf"(?m)^\s*({re.escape(edge[:1])}+)", body) if edge else []
    longer = [run for run in runs if len(run) >= len(edge)]
    if longer:
        more = max(longer, key=len) + edge[0]
        opening_line, closing_line = (line.replace(edge, more, 1) for line in (opening_line, closing_line))
    if marks:
        opening_line = re.sub(r"\}\s*$", f"{marks} }}", opening_line)
    return "\n".join([opening_line, *shown, closing_line]) + "\n"


def as_entities(text: str) -> str:
    """*text* with its punctuation as HTML entities, so that no Markdown parser takes it for its own."""
    return "".join(c if c.isalnum() or c == " " or ord(c) > 127 else f"&#{ord(c)};" for c in text)


def fence_body(judged: JudgedPage, fence: Fence) -> tuple[str, str, str]:
    """What stands before a block, what in it, and its marks.

    They say that it is of 2018, that it is output which may wrap, that the page can run it, or which of its
    lines have notes.
    """
    part, verdict = judged.on(fence)
    words = WORDS[judged.page.language]
    marks = f'data-then="Keras {part.run.versions["keras"]}"' if is_old(part) and part.run else ""
    if part.source and part.source.is_record and wraps(verdict.fresh or part.shown or ""):
        marks = f"{marks} .wraps".strip()
    if verdict.button:
        marks = f"{marks} {runnable.marks(part)}".strip()
    marks = f"{marks} {notes.marks(judged.page, part)}".strip()
    if verdict.broken:
        reason = f"{words['broken']} {verdict.broken}" if part.shown else words["broken"]
        return notice(reason), part.shown or f"{verdict.broken}\n", marks
    if verdict.fresh is not None and part.source:
        command = f"python -m proof promote {part.source.snippet.path}"
        return (
            f'<p class="unpromoted">{words["unpromoted"]} <code>{command}</code></p>\n\n',
            verdict.fresh,
            marks,
        )
    return "", part.shown, marks


def wraps(output: str) -> bool:
    """Whether *output* is sentences longer than a line of a terminal, and nothing in it stands in columns."""
    return any(len(line) > COLUMNS for line in lines(output)) and not IN_COLUMNS.search(output)


def is_old(part: Resolved) -> bool:
    """Whether a block is of the Keras of 2018."""
    return part.source is not None and part.source.lane.family != NOW.family


def claim_title(judged: JudgedPage, claim: Claim) -> tuple[str, str]:
    """The title of a claim, and its CSS classes."""
    part, verdict = judged.on(claim)
    words, run = WORDS[judged.page.language], part.run
    if verdict.problem or part.source is None:
        return verdict.problem or "", "claim untrue"
    if run is None:
        return f"{claim.expression} ({words['absent'].format(lane=part.source.lane.name)})", "claim absent"
    if part.stand_ins:
        return f"{claim.expression} ({words['missing'].format(data=part.stand_ins)})", "claim absent"
    value = run.value(claim.expression)
    if isinstance(value, str) and claim.text not in (value, f'"{value}"'):
        return f"“{brief(claim.text)}” {words['within']} {claim.expression}", "claim"
    shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else brief(value)
    return f"{claim.expression} → {shown}", "claim"


def held_in(part: Resolved) -> str:
    """In what an item held, and since when, for the card of a claim: Keras, the backends, Python, the day."""
    runs = [run for _, run in part.lanes if run]
    names = ["keras", *BACKENDS, "python"]
    versions = dict.fromkeys(
        f"{CALLED[name]} {RELEASE.split(run.versions[name])[0]}"
        for name in names
        for run in runs
        if name in run.versions
    )
    return "|".join([*versions, min(run.finished for run in runs)[:10]]) if runs else ""


def drawing(judged: JudgedPage, item: Picture | Figure) -> str:
    """A diagram or a figure as HTML, below what is wrong with it."""
    part, verdict = judged.on(item)
    wrong = notice(verdict.problem) if verdict.problem else ""
    if isinstance(item, Figure):
        return wrong + (figure(part.shown, item.text) if part.shown else "")
    if wrong or part.source is None:
        return wrong
    if part.run is None:
        return notice(WORDS[judged.page.language]["absent"].format(lane=part.source.lane.name))
    drawn = diagram.draw(part.run.value(item.expression), item.text)
    return f"<figure data-search-exclude>{drawn}</figure>"


def figure(svg: str, text: str) -> str:
    """A recorded picture as HTML, described by *text*."""
    titled = svg.replace(">", f' role="img"><title>{escape(text)}</title>', 1)
    return f"<figure data-search-exclude>{titled}</figure>"


def notice(text: str) -> str:
    """A paragraph that says what is wrong with the block below it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<p class="unpromoted">{escaped}</p>\n\n'


def closing_line(judged: JudgedPage, proven: int, grounds: list[str]) -> str:
    """What was verified on a page, when, and with which versions; *proven* counts the true claims.

    In what these held stands in an attribute, to which each claim refers by its place.
    """
    words, verified = WORDS[judged.page.language], Verified.on(judged.resolved)
    parts = verified.versions(*NAMES)
    if verified.runs:
        parts.insert(0, words["verified"].format(date=verified.date))
        parts.append(words["scripts"].format(count=len({path for path, _ in verified.runs})))
    parts.append(words["claims"].format(count=proven))
    if judged.problems:
        parts.append(words["untrue"].format(count=len(judged.problems)))
    parts += [words["absent"].format(lane=lane) for lane in verified.absent]
    missing = dict.fromkeys(name for run in verified.runs.values() for name in run.stand_ins)
    parts += [words["missing"].format(data=name) for name in missing]
    marks = f'class="verified{" untrue" if judged.problems else ""}"'
    if grounds:
        marks += f' data-runs="{escape(";".join(grounds))}"'
    return f"<p {marks}>{' · '.join(parts)}</p>"
