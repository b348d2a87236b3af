"""Writes the line below a page's title, of which nothing is typed.

It says in which Keras the page was verified and when, how many minutes it takes to read, which terms of
earlier pages it builds on, and that it is a notebook, too.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from proof.book import CODE_LINES, FRONT_MATTER, READ, Notebook, ResolvedPage
from proof.check import JudgedPage
from proof.press.plan import notebook_of, offered
from proof.run import Run

WORDS = {
    "zh": {
        "verified": "{date} 验证",
        "minutes": "约 {count} 分钟",
        "rate": "按每分钟 {words} 字、{lines} 行代码估算",
        "needs": "用到{terms}",
        "and": "、",
        "notebook": "Jupyter 笔记本",
        "offer": "这一页也是一份笔记本，可以下载到自己的电脑上运行",
    },
    "en": {
        "verified": "verified {date}",
        "minutes": "about {count} min",
        "rate": "estimated at {words} words or {lines} lines of code a minute",
        "needs": "builds on {terms}",
        "and": ", ",
        "notebook": "notebook",
        "offer": "This page is also a notebook that you can download and run",
    },
}
NAMES = {"keras": "Keras", "tensorflow": "TensorFlow", "python": "Python"}


@dataclass(frozen=True)
class Verified:
    """What ran for a page: each run by script and lane, and the lanes in which a block did not run."""

    runs: dict[tuple[str, str], Run]
    absent: list[str]

    @classmethod
    def on(cls, resolved: ResolvedPage) -> Verified:
        """What ran for the page *resolved*."""
        behind = [(part.source, part.run) for part in resolved.parts if part.source]
        runs = {(source.snippet.path, source.lane.name): run for source, run in behind if run}
        return cls(runs, list(dict.fromkeys(source.lane.name for source, run in behind if run is None)))

    @property
    def date(self) -> str:
        """The day since which all has been as it is."""
        return min(run.finished for run in self.runs.values())[:10]

    def versions(self, *names: str) -> list[str]:
        """The versions of the libraries with these *names*, as `Keras 3.15.1`."""
        return list(
            dict.fromkeys(
                f"{NAMES[name]} {run.versions[name]}"
                for name in names
                for run in self.runs.values()
                if name in run.versions
            )
        )


def with_head(judged: JudgedPage, text: str) -> str:
    """*text*, an expanded page, with this line below its title, if there is anything to say."""
    parts = list(said(judged))
    if not parts:
        return text
    return with_line(text, f"{' · '.join(parts)}\n{{ .stamp data-search-exclude }}\n")


def said(judged: JudgedPage) -> list[str]:
    """The parts of the line."""
    page, resolved, parts = judged.page, judged.resolved, list[str]()
    words, verified = WORDS[page.language], Verified.on(judged.resolved)
    if verified.runs and not judged.problems:
        first, *more = verified.versions("keras")
        versions = words["and"].join([first, *(name.removeprefix("Keras ") for name in more)])
        others = [] if page.folder else verified.versions("tensorflow", "python")
        parts += [*others, words["verified"].format(date=verified.date)]
        parts[0] = f'<b class="seal">{versions}</b> {parts[0]}'
    if resolved.minutes:
        rate = words["rate"].format(words=READ[page.language], lines=CODE_LINES)
        parts.append(f'<span title="{rate}">{words["minutes"].format(count=resolved.minutes)}</span>')
    if resolved.needs:
        links = [f"[{term}]({address})" for term, address in resolved.needs]
        parts.append(words["needs"].format(terms=words["and"].join(links)))
    if offered(resolved):
        file, (name, offer) = posixpath.basename(notebook_of(page)), (words["notebook"], words["offer"])
        itself = f'<a href="{file}" title="{offer}" download>{name}</a>'
        parts.append(itself if isinstance(page, Notebook) else f'[{name}]({file} "{offer}"){{ download }}')
    return parts


def with_line(text: str, line: str) -> str:
    """*text*, a page, with a *line* below its title."""
    start = head.end() if (head := FRONT_MATTER.match(text)) else 0
    title = re.compile(r"(?m)^# .*\n").search(text, start)
    place = title.end() if title else start
    return f"{text[:place]}\n{line}{text[place:]}"
