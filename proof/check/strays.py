"""Finds files that the site would publish though they are no part of the book: copies, drafts, finished HTML.

MkDocs copies whatever lies in a folder of pages, in `docs/assets/` or in the theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from proof.book import LANGUAGES
from proof.common.naming import hidden

#: What editors, git and systems leave beside a file.
LEFT_BEHIND = re.compile(
    r".*~|#.*#|.*\.(?:bak|backup|old|orig|rej|save|swp|swo|tmp|temp|part|pyc)|Thumbs\.db|desktop\.ini"
    r"|.*\.(?:BASE|LOCAL|REMOTE|BACKUP)\.\w+|.* \(\d+\)\.\w+|.*[-_ ](?:copy|副本)(?:[ _-]?\d+)?\.\w+"
)
#: What may lie among pages for the machines that read a site.
FOR_MACHINES = frozenset({"CNAME", "robots.txt"})
#: What a browser shows as a page.
SHOWN = re.compile(r".*\.(?:x?html?|mhtml|pdf)", re.IGNORECASE)


def strays(root: Path) -> Iterator[str]:
    """Each such file below *root*, as `file:line: message`."""
    for path in files(root, *(f"docs/{language}" for language in LANGUAGES)):
        name = path.rpartition("/")[2]
        if LEFT_BEHIND.fullmatch(name):
            yield f"{path}:1: this is a copy that would be published; remove it"
        elif not name.endswith(".md") and name not in FOR_MACHINES:
            yield (
                f"{path}:1: this is no page, and would be published unproven; a page ends in .md, and what "
                "pages load lies in docs/assets/: rename, move or remove it"
            )
    for path in files(root, "docs/assets", "theme"):
        name = path.rpartition("/")[2]
        if LEFT_BEHIND.fullmatch(name):
            yield f"{path}:1: this is a copy that would be published; remove it"
        elif path.startswith("docs/") and SHOWN.fullmatch(name):
            yield f"{path}:1: this would be published as a page, unproven; write a page in Markdown instead"


def files(root: Path, *folders: str) -> Iterator[str]:
    """The paths of the files in *folders* that MkDocs does not pass over."""
    for folder in folders:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root / folder).as_posix()
            if file.is_file() and not hidden(path):
                yield f"{folder}/{path}"
