"""The Markdown of a page says what the page shows: its blocks, its claims with their proofs, its words."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from markdown_it import MarkdownIt

from conftest import BOOK, ROOT
from proof.book import FRONT_MATTER, LANGUAGES, Notebook
from proof.check import Judge
from proof.press.around.twin import WORDS, twin, twin_of
from proof.press.expand import claim_title, expand
from proof.press.shown import Shown, markdown

SITE = "https://book.example/"
WORD = re.compile(r"[\u3400-\u9fff]|\w+")
#: The title of the link beside each heading.
TO_SECTION = "本节链接"
PAGES = [(language, path) for path in BOOK.menu for language in LANGUAGES]


@pytest.mark.parametrize(("language", "path"), PAGES)
def test_it_says_what_the_page_shows(judge: Judge, language: str, path: str) -> None:
    page = BOOK.pages[language, path]
    judged = judge.judged(page)
    text = twin(judged, SITE)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    blocks = [token.content.rstrip("\n") for token in tokens if token.type == "fence"]
    proofs = [
        str(child.attrGet("title"))
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open" and child.attrGet("title")
    ]
    assert Counter(claim_title(judged, claim)[0] for claim in page.claims) <= Counter(proofs)

    expanded = expand(judged)
    reader, shown = markdown(ROOT), Shown()
    head = FRONT_MATTER.match(expanded)
    shown.feed(reader.reset().convert(expanded[head.end() if head else 0 :]))
    seen = [block.rstrip("\n") for block in shown.blocks]
    if isinstance(page, Notebook):
        assert [block for block in seen if block not in blocks] == []
        for fence in page.fences:
            assert judged.on(fence)[0].shown.rstrip("\n") in blocks
    else:
        assert blocks == seen
    words = "".join(shown.text).replace(TO_SECTION, "")
    missing = Counter(WORD.findall(words)) - Counter(WORD.findall(text))
    assert missing == Counter()


def test_nothing_in_it_is_left_of_what_only_the_site_understands(judge: Judge) -> None:
    for language, path in PAGES:
        text = re.sub(
            r"(?ms)^[ >]*(`{3,})\w*\n.*?^[ >]*\1$", "", twin(judge.judged(BOOK.pages[language, path]), SITE)
        )
        for sign in ("\0", "\x01", "--8<--", "///", "{ #", "{ .", "data-script", "data-cell"):
            assert sign not in text, f"{sign!r} in {language}/{path}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_where_it_is_from_and_a_cell_has_its_output(judge: Judge, language: str) -> None:
    page = BOOK.pages[language, "exercises-start.ipynb"]
    text = twin(judge.judged(page), SITE)
    assert twin_of(page) == "exercises-start.md"
    assert f"{SITE}exercises-start/" in text.partition("\n## ")[0]
    output = WORDS[language]["titled"].format(title=WORDS[language]["output"])
    assert f"{output}\n\n```text\n('hello', 'ZeroDivisionError: division by zero')\n```" in text
