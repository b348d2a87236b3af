"""What MkDocs reads beside Markdown: what stands before a page and says what it is, and the menu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from proof.common.files import text_of

FRONT_MATTER = re.compile(r"\A\n*---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
#: What a page may say of itself, and whether it must: its title, what stands where it is shared, and the
#: words by which the search finds it.
KNOWN: Mapping[str, bool] = {"title": True, "description": False, "finds": False}
#: The settings of both languages, and those of their fields that readers see.
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")
SEEN = ("site_name", "site_description", "copyright")


class FrontError(ValueError):
    """Front matter that cannot be read; `line` is where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def front(text: str) -> Mapping[str, str]:
    """What the front matter of a page says.

    Raises:
        FrontError: if there is none, or it is not what MkDocs and we understand alike.
    """
    import yaml

    head = FRONT_MATTER.match(text)
    if head is None:
        raise FrontError(1, "a page begins with front matter: `---`, `title: …`, `---`, each on a line")
    first = text.count("\n", 0, head.start("yaml")) + 1
    loader = yaml.SafeLoader(head["yaml"])
    try:
        node = loader.get_single_node()
        keys = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        found = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "it cannot be read"
        raise FrontError(
            first + (mark.line if mark else 0),
            f"the front matter is not YAML: {what}; a value with a colon stands in quotation marks",
        ) from None
    if not isinstance(found, dict):
        raise FrontError(first, "the front matter says nothing of the form `title: …`")
    given: dict[str, int] = {}
    for key in keys:
        if key.value in given:
            raise FrontError(given[key.value], f"the front matter gives {key.value} twice; keep one")
        given[key.value] = first + key.start_mark.line
    for name, value in found.items():
        line = given.get(str(name), first)
        if name not in KNOWN:
            raise FrontError(line, f"the front matter does not know “{name}”; it knows {', '.join(KNOWN)}")
        if not isinstance(value, str) or not value.strip() or "\n" in value.strip():
            raise FrontError(line, f"{name} is one line of words; put them in quotation marks")
    for name in (name for name, needed in KNOWN.items() if needed and name not in found):
        raise FrontError(first, f"the front matter gives no {name}")
    return {name: value.strip() for name, value in found.items()}


def menu(root: Path) -> list[tuple[int, str, bool]]:
    """The menu of the site of the book below *root*, from its top: line, text, and whether that is a page."""
    nodes = [value for name, value in settings(root, SETTINGS[0]) if name == "nav"]
    return [entry for node in nodes for entry in entries(node)]


def words(root: Path) -> list[tuple[str, int, str]]:
    """What readers see of the settings, but for pages: the file, the line, and the text."""
    found = []
    for file in SETTINGS:
        for name, node in settings(root, file):
            if name == "nav":
                found += [(file, line, text) for line, text, is_page in entries(node) if not is_page]
            elif name in SEEN:
                found += [(file, line, text) for line, text, _ in entries(node)]
            elif name == "extra" and isinstance(node.value, list):
                parts = (value for key, value in node.value if key.value == "parts")
                found += [(file, line, text) for part in parts for line, text, _ in entries(part)]
    return found


def settings(root: Path, file: str) -> list[tuple[str, Any]]:
    """The settings of the site in a *file* below *root*: names, and nodes of YAML."""
    return settings_in(text_of(root, file, missing=""))


@lru_cache(maxsize=8)
def settings_in(text: str) -> list[tuple[str, Any]]:
    """The same in the *text* of such a file."""
    import yaml

    try:
        read: Any = yaml.compose(text)
    except yaml.YAMLError:
        return []  # MkDocs says what is wrong with it
    return [(name.value, node) for name, node in getattr(read, "value", ()) if isinstance(name.value, str)]


def entries(node: Any) -> Iterator[tuple[int, str, bool]]:
    """The entries below a *node* of YAML: pages, and titles of pages and of parts."""
    if isinstance(node.value, str):
        yield node.start_mark.line + 1, node.value, True
        return
    for one in node.value:
        if isinstance(one, tuple):
            yield one[0].start_mark.line + 1, one[0].value, False
            yield from entries(one[1])
        else:
            yield from entries(one)
