"""What is told of the book at the end of its tests adds up."""

from __future__ import annotations

import re

import pytest

from conftest import BOOK, ROOT
from proof.doubt import tally
from proof.run.lanes import LANES
from proof.run.settings import KNOWN

READMES = ["README.md", "README.zh.md"]


def test_every_item_is_verified_in_one_way_or_says_why_not() -> None:
    by = tally.ways(BOOK)
    items = [item for page in BOOK.pages.values() for item in page.contents.all if not page.shares(item)]
    assert sum(by.values()) == len(items)
    unchecked = sum(
        bool(fence.reason) and not fence.include for page in BOOK.pages.values() for fence in page.fences
    )
    assert by["without"] == unchecked
    assert by["short examples"] == 2 * sum(snippet.example for snippet in BOOK.snippets)
    assert min(by["run in lanes"], by["compared with records"], by["proven by a value"]) > 100


def test_the_line_tells_all_of_it() -> None:
    line, by = tally.verified(BOOK, 7), tally.ways(BOOK)
    assert line.startswith(f"collected by Sybil: {sum(by.values()) + 7:,} items")
    for way, count in by.items():
        assert f"{count + 7 * (way == 'short examples'):,} " in line


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_a_readme_asks_for_the_pythons_that_the_project_supports(name: str) -> None:
    bounds = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', text_of("pyproject.toml"))
    assert bounds
    asked = (
        text_of(name).partition("Ubuntu")[0]
        if name == "README.md"
        else text_of(name).partition("`make`。")[0]
    )
    said = re.findall(r"(?<![\d.])3\.\d+", asked.partition("tally")[0].rpartition("Python")[2])
    assert said == [f"3.{minor}" for minor in range(int(bounds[1]), int(bounds[2]))]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_tells_where_the_site_is_served(name: str) -> None:
    address = re.search(r"(?m)^ADDRESS \?= (\S+)$", text_of("Makefile"))
    assert address
    assert f"<http://{address[1]}>" in text_of(name)
    assert set(re.findall(r"Keras (2\.\d\.\d)", text_of(name))) == {"2.1.5"}


def test_contributing_lists_the_lanes_and_the_settings_that_there_are() -> None:
    text = text_of("CONTRIBUTING.md")
    lanes = re.findall(r"(?m)^\| (?:\*\w+\*)? ?\| `([\w-]+)` \|", text)
    assert lanes == list(LANES)
    settings = text.partition("| setting | meaning |")[2].partition("\n\n")[0]
    assert set(re.findall(r"(?m)^\| `(\w+)` \|", settings)) == {*KNOWN}


def test_make_help_says_something_of_each_command() -> None:
    makefile = text_of("Makefile")
    told = set(re.findall(r"(?m)^([a-z-]+):.*## ", makefile))
    assert told == set(re.findall(r"(?m)^\.PHONY: ([a-z-]+)$", makefile)) - {"lanes-%"}
