"""The line below a title says what ran, how long a page takes, and what it builds on."""

from __future__ import annotations

import re

import pytest

from conftest import BOOK
from proof.book import LANGUAGES
from proof.check import Judge
from proof.press.around.head import Verified, said, with_line
from proof.press.expand import expand

LESSONS = [path for path in BOOK.menu if path.endswith(".md") and path != "index.md"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["index.md", "counting.md", "compile.md", "exercises-start.ipynb"])
def test_the_line_says_what_the_foot_says(judge: Judge, language: str, path: str) -> None:
    judged = judge.judged(BOOK.pages[language, path])
    assert judged.problems == []
    text = expand(judged)
    (line,) = re.findall(r"(?m)^(.*)\n\{ \.stamp", text)
    foot = text.rpartition('<p class="verified')[2]
    for version in Verified.on(judged.resolved).versions("keras"):
        assert version in foot
        assert version.removeprefix("Keras ") in line
    (date,) = re.findall(r"\d{4}-\d\d-\d\d", line)
    assert date in foot
    assert ("分钟" in line or " min" in line) == (path in LESSONS)


def test_a_page_on_which_anything_is_untrue_is_not_called_verified(judge: Judge) -> None:
    judged = judge.judged(BOOK.pages["en", "counting.md"])
    doubted = type(judged)(judged.resolved, judged.verdicts, ["docs/en/counting.md:1: no"])
    assert "seal" in said(judged)[0]
    assert not [part for part in said(doubted) if "seal" in part or "verified" in part]


def test_what_a_page_builds_on_is_the_same_in_both_languages(judge: Judge) -> None:
    found = {}
    for path in LESSONS:
        zh, en = (judge.resolve(BOOK.pages[language, path]) for language in LANGUAGES)
        assert (zh.minutes, [to for _, to in zh.needs]) == (en.minutes, [to for _, to in en.needs])
        earlier = BOOK.menu[: BOOK.menu.index(path)]
        assert all(to.partition("#")[0] in earlier for _, to in zh.needs)
        found[path] = dict(en.needs)
    assert "gradient" not in found["what.md"]
    assert found["counting-convolution.md"]["bias"] == "what.md#first-result"


def test_a_line_goes_below_the_title() -> None:
    assert with_line("---\ntitle: x\n---\n# Title { #x }\n\nText\n", "line\n") == (
        "---\ntitle: x\n---\n# Title { #x }\n\nline\n\nText\n"
    )
    assert with_line("Text\n", "line\n") == "\nline\nText\n"
