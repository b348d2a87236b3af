"""No fence unseen, both languages there, and a page expands to what its records say."""

from __future__ import annotations

import re

import markdown
import pytest
from mkdocs.config import load_config

from conftest import BOOK, ROOT
from proof.book import Runs
from proof.expand import expand
from proof.pages import Page

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
def test_every_link_with_a_proof_is_judged(page: Page, parser: markdown.Markdown, runs: Runs) -> None:
    html = parser.reset().convert(expand(BOOK, page, runs))
    links = re.findall(r'<a (?:class="([^"]*)" )?href="[^"]*#[^"]*" title="', html)
    marks = [link for link in links if link != "headerlink"]
    assert set(marks) <= {"claim", "claim absent"}
    assert len(marks) == len(page.claims)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_structure(page: Page) -> None:
    assert list(BOOK.structure_problems(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_no_digit_of_the_prose_is_without_its_proof(page: Page) -> None:
    assert [f"{page.name}:{line}: {wrong}" for line, wrong in BOOK.unproven_digits(page)] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_expansion_is_whole_and_true(page: Page, runs: Runs) -> None:
    text = expand(BOOK, page, runs)
    assert "--8<--" not in text
    assert "unpromoted" not in text
    assert text.count("{ .claim }") + text.count("{ .claim .absent }") == len(page.claims)
    assert text.count('<svg class="diagram"') == len(page.pictures)
    assert 'class="verified"' in text


def test_both_languages_show_the_same_and_prove_the_same() -> None:
    for path in sorted({path for _, path in BOOK.pages}):
        page, other = BOOK.pages["zh", path], BOOK.pages["en", path]
        assert [fence.include for fence in page.fences] == [fence.include for fence in other.fences], path
        proofs = [[(c.page, c.anchor, c.expression) for c in side.proofs] for side in (page, other)]
        assert sorted(proofs[0]) == sorted(proofs[1]), path
