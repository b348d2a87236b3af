"""Each term of the page that lists them says its other name, what it is found by, and where it begins."""

from __future__ import annotations

import pytest

from conftest import BOOK
from proof.book import LANGUAGES, LISTED
from proof.check import Judge
from proof.press.expand import expand


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_glossary_knows_stands_below_each_term(judge: Judge, language: str) -> None:
    text = expand(judge.judged(BOOK.pages[language, LISTED]))
    for term in BOOK.terms:
        below = text.partition(f"{{ #{term.anchor} }}\n\n")[2].partition("\n{ .term")[0]
        other, *rest = below.split(" · ")
        assert other == f"**{term.en[0] if language == 'zh' else term.zh}**"
        assert f"]({term.introduced})" in rest[-1]
        if typed := [word for word in term.typed(language) if word != other.strip("*")]:
            assert all(word in rest[0] for word in typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_pages_have_no_such_lines(judge: Judge, language: str) -> None:
    assert "{ .term" not in expand(judge.judged(BOOK.pages[language, "counting.md"]))
