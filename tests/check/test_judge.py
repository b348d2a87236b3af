"""No fence unseen, both languages there, and a page expands to what its records say."""

from __future__ import annotations

import re

import markdown
import pytest
from mkdocs.config import load_config

from conftest import BOOK, ROOT
from proof.book.page.page import Page
from proof.check.judge import Judge
from proof.check.words import wording
from proof.press.expand import expand

PAGES = list(BOOK.pages.values())
NAMES = [page.name for page in PAGES]


@pytest.fixture(scope="module")
def parser() -> markdown.Markdown:
    """Give the parser that the site uses, which shares no code with the one that the checks use."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_block_that_a_reader_sees_is_checked(page: Page, parser: markdown.Markdown) -> None:
    html = parser.reset().convert(page.text)
    assert html.count("<pre") == len(page.fences), f"{page.name}: a block of code that nothing checks"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_with_a_proof_is_judged(page: Page, parser: markdown.Markdown, judge: Judge) -> None:
    html = parser.reset().convert(expand(judge.judged(page)))
    links = re.findall(r'<a (?:class="([^"]*)" )?(?:data-run="\d+" )?href="[^"]*#[^"]*" title="', html)
    marks = [link for link in links if link != "headerlink"]
    assert set(marks) <= {"claim", "claim absent"}
    assert len(marks) == len(page.claims)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_structure(page: Page, judge: Judge) -> None:
    assert list(judge.structure_problems(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_prose_says_nothing_without_its_proof(page: Page, judge: Judge) -> None:
    assert [f"{page.name}:{line}: {wrong}" for line, wrong in judge.unproven(page)] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_wording(page: Page) -> None:
    assert [*wording.refused(page, BOOK.terms), *wording.typography(page)] == []


@pytest.mark.parametrize(("zh", "en"), BOOK.pairs, ids=lambda page: page.name)
def test_both_languages_are_in_line(zh: Page, en: Page, judge: Judge) -> None:
    assert list(judge.pair_problems(zh, en)) == []


def test_the_versions_in_names_are_those_that_libraries_state(judge: Judge) -> None:
    assert list(judge.name_problems()) == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_expansion_is_whole_and_true(page: Page, judge: Judge) -> None:
    text = expand(judge.judged(page))
    assert "--8<--" not in text
    assert "unpromoted" not in text
    assert len(re.findall(r"\{ \.claim(?: \.absent| data-run=\d+)? \}", text)) == len(page.claims)
    assert text.count('<svg class="diagram"') == len(page.pictures)
    assert text.count('class="figure"') == len(page.figures)
    assert 'class="verified"' in text
    held = re.search(r'data-runs="([^"]+)"', text)
    for place in map(int, re.findall(r"data-run=(\d+)", text)):
        assert held
        assert held[1].split(";")[place]
    for run in held[1].split(";") if held else ():
        assert re.fullmatch(r"Keras \d[\d.]+(\|[\w ]+ \d[\d.]+)+\|Python 3[\d.]+\|\d{4}-\d\d-\d\d", run)


def test_both_languages_show_the_same_and_prove_the_same() -> None:
    for path in sorted({path for _, path in BOOK.pages}):
        page, other = BOOK.pages["zh", path], BOOK.pages["en", path]
        assert [fence.include for fence in page.fences] == [fence.include for fence in other.fences], path
        proofs = [[(c.page, c.anchor, c.expression) for c in side.links.proofs] for side in (page, other)]
        assert sorted(proofs[0]) == sorted(proofs[1]), path
