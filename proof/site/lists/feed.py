"""Lists what changed on a half of the site, day by day, as an Atom feed; its dates are those of git.

There is one where the site is published from a repository whose history is here.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from proof.book import page_at
from proof.run import NOTEBOOKS
from proof.site.workshop import root_of, workshop

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

#: How many days are listed.
DAYS = 20
WORDS = {
    "zh": {
        "title": "{day}：{pages}",
        "and": "、",
        "more": "等 {count} 页",
        "said": "这一天改过或新增的页：",
    },
    "en": {
        "title": "{day}: {pages}",
        "and": ", ",
        "more": " and more, {count} pages",
        "said": "Pages that are new or changed on this day:",
    },
}
#: How many pages a title names.
NAMED = 3


@dataclass
class Day:
    """A day on which pages changed: when the last of them did, and their paths."""

    updated: str
    paths: list[str] = field(default_factory=list)


def log_of(root: Path, *folders: str) -> str | None:
    """When which files in *folders* changed, from the newest, as git tells; None where it does not know."""
    command = ["git", "-C", str(root)]
    try:
        shallow = subprocess.run(
            [*command, "rev-parse", "--is-shallow-repository"], capture_output=True, text=True, check=True
        )
        if shallow.stdout.strip() != "false":
            return None
        listed = [
            *command,
            "-c",
            "core.quotePath=false",
            "log",
            "--format=@%cI",
            "--name-only",
            "--",
            *folders,
        ]
        return subprocess.run(listed, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def days_in(log: str, pages: Mapping[str, str]) -> dict[str, Day]:
    """The newest days in a *log*, with those of the *pages* that changed, each by its file."""
    found: dict[str, Day] = {}
    now = ""
    for line in log.splitlines():
        if line.startswith("@"):
            now = line[1:]
        elif path := pages.get(line):
            if now[:10] not in found and len(found) == DAYS:
                break
            day = found.setdefault(now[:10], Day(now))
            if path not in day.paths:
                day.paths.append(path)
    return found


def feed(config: MkDocsConfig) -> str | None:
    """The feed of a half of the site; None where nothing is known of its past."""
    if not config.extra.get("repository"):
        return None
    root, language = root_of(config), workshop.language_of(config)
    leaves = workshop.edition.leaves if workshop.edition else {}
    own = [
        page_at(root, language, name.partition("/")[2]) for name in leaves if name.startswith(f"{language}/")
    ]
    log = log_of(root, f"docs/{language}", NOTEBOOKS)
    days = days_in(log, {page.name: page.path for page in own}) if log else {}
    if not days:
        return None
    titles = {page.path: page.front["title"] for page in own if not page.front_problem}
    addresses = {page.path: f"{config.site_url}{page.folder}" for page in own}
    entries = "".join(entry(day, known, language, titles, addresses) for day, known in days.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
        f"<title>{escape(config.site_name)}</title>\n<id>{config.site_url}</id>\n"
        f'<link href="{config.site_url}"/>\n<link rel="self" href="{config.site_url}feed.xml"/>\n'
        f"<author><name>{escape(config.site_name)}</name></author>\n"
        f"<updated>{next(iter(days.values())).updated}</updated>\n{entries}</feed>\n"
    )


def entry(
    day: str, known: Day, language: str, titles: Mapping[str, str], addresses: Mapping[str, str]
) -> str:
    """One *day* of the feed."""
    words, first = WORDS[language], addresses[known.paths[0]]
    named = words["and"].join(titles.get(path, path) for path in known.paths[:NAMED])
    if len(known.paths) > NAMED:
        named += words["more"].format(count=len(known.paths))
    links = "".join(
        f'<li><a href="{addresses[path]}">{escape(titles.get(path, path))}</a></li>' for path in known.paths
    )
    return (
        f"<entry>\n<title>{escape(words['title'].format(day=day, pages=named))}</title>\n"
        f'<id>{first}#{day}</id>\n<link href="{first}"/>\n<updated>{known.updated}</updated>\n'
        f'<content type="html">{escape(words["said"])}{escape(f"<ul>{links}</ul>")}</content>\n</entry>\n'
    )
