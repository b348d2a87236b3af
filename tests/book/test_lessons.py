"""The front page lists each page of the menu; a lesson ends with a recap and exercises."""

from __future__ import annotations

import re

import pytest

from conftest import BOOK, ROOT
from proof.book.page.front import menu
from proof.book.page.page import LANGUAGES

#: The part of the menu that teaches nothing.
ABOUT = "关于本站"
#: What is looked up or worked with, and not read through: what an error means, what has changed, where the
#: source is told, a place to try code, and a tool for old code.
LOOKED_UP = re.compile(r"errors(-\w+)?\.md|changes\.md|source\.md|try\.md|old-code(-runs)?\.md")
EXERCISES = "try-next"


def lessons() -> list[str]:
    """The pages of the parts that teach which set exercises, but for those to look something up in."""
    found, part = [], ""
    for _, text, is_page in menu(ROOT):
        if not is_page:
            part = text
        elif part not in ("", ABOUT) and text.endswith(".md") and not LOOKED_UP.fullmatch(text):
            found.append(text)
    return found


def sections(path: str, language: str) -> list[tuple[str, str]]:
    """The sections of a page: the id of each heading of the second rank, and what stands below it."""
    parts = re.split(r"(?m)^## .*\{ #([\w-]+) \}$", BOOK.pages[language, path].text)
    return list(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_lists_what_the_menu_does_part_by_part(language: str) -> None:
    entries = menu(ROOT)
    wanted = [text for _, text, is_page in entries if is_page and text != "index.md"]
    parts = re.findall(
        r"(?m)^### .*\{ #map-[\w-]+ \}\n\n((?:- .*\n)+)", BOOK.pages[language, "index.md"].text
    )
    assert re.findall(r"(?m)^- \[[^\]]+\]\(([^)#]+)\)", "".join(parts)) == wanted
    assert len(parts) == sum(not is_page for _, _, is_page in entries)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", lessons())
def test_a_lesson_is_summed_up_in_three_lines_before_its_exercises(path: str, language: str) -> None:
    (name, recap), (last, _) = sections(path, language)[-2:]
    assert (name, last) == ("recap", EXERCISES)
    lines = recap.strip().splitlines()
    assert len(lines) == 3
    assert all(line.startswith("- ") for line in lines)


def test_what_is_looked_up_or_teaches_nothing_is_not_summed_up() -> None:
    taught = set(lessons())
    others = [page for (_, path), page in BOOK.pages.items() if path not in taught]
    assert others
    assert [page.path for page in others if "{ #recap }" in page.text] == []
