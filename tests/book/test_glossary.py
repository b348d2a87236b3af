"""The glossary is read, and a reader meets no term of it before it is introduced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import BOOK
from proof.book import LANGUAGES, Page, PageError, Term, sections_of
from proof.book.glossary import EXAMPLE, GLOSSARY, glossary
from proof.check.around.ways import links
from proof.check.words.wording import texts

#: Pages that nobody reads in turn: the front, what is told of this site, and the workbooks.
LEFT_OUT = ("index.md", "source.md", "glossary.md", "speed.md", "exercises-")
MENU = [path for path in BOOK.menu if not path.startswith(LEFT_OUT)]
INTRODUCED = [term for term in BOOK.terms if term.introduced]


def put(root: Path, text: str) -> Path:
    (root / GLOSSARY).parent.mkdir(exist_ok=True)
    (root / GLOSSARY).write_text(text, encoding="utf-8")
    return root


def test_what_a_message_tells_to_write_is_a_term(tmp_path: Path) -> None:
    for text in ('[[term]]\nzh = "x"\n', '[[term]]\nen = ["x"]\n', '[[term]]\nzh = "x"\nen = [" "]\n'):
        with pytest.raises(PageError) as refused:
            glossary(put(tmp_path, text))
        assert str(refused.value).startswith(f"{GLOSSARY}:1: ")
        assert EXAMPLE in str(refused.value)
    example = "\n".join(line.strip() for line in EXAMPLE.splitlines())
    assert [term.zh for term in glossary(put(tmp_path, example))] == ["层"]
    assert glossary(put(tmp_path, "")) == []


def test_a_term_says_where_it_is_introduced_and_stands(tmp_path: Path) -> None:
    first, second = '[[term]]\nzh = "x"\nen = ["x"]\n', '[[term]]\nzh = "y"\nen = ["y"]\n'
    book = put(tmp_path, f'{first}\n{second}introduced = "a.md#b-c"\n')
    assert [(term.line, term.introduced) for term in glossary(book)] == [(1, ""), (5, "a.md#b-c")]
    for wrong in ("3", "true", '""', '"a.md"', '"#b"', '"a.md#"', '"a.md#b c"'):
        with pytest.raises(PageError, match=rf"{GLOSSARY}:5: `introduced` of the term y is a section"):
            glossary(put(tmp_path, f"{first}\n{second}introduced = {wrong}\n"))


def test_the_pages_are_those_of_the_menu() -> None:
    """A page that is renamed does not drop out unseen."""
    assert {"what.md", "training.md", "jupyter.ipynb"} < set(MENU)
    assert all(any(path.startswith(name) for path in BOOK.menu) for name in LEFT_OUT)


@pytest.mark.parametrize("term", INTRODUCED, ids=lambda term: term.en[0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_meets_no_term_before_it_is_introduced(term: Term, language: str) -> None:
    path, _, section = term.introduced.partition("#")
    assert path in MENU, f"{path} is no page that is read in turn"
    introduction = prose_of(BOOK.pages[language, path], section)
    assert introduction, f"docs/{language}/{path} has no section #{section}"
    assert term.among(introduction, language), f"{term.introduced} does not say {term.zh} in {language}"
    assert list(too_early(term, [BOOK.pages[language, one] for one in MENU[: MENU.index(path)]])) == []


def prose_of(page: Page, section: str) -> str:
    """What stands below the heading of a section of *page*, without code; nothing if there is none."""
    within = next((one for one in sections_of(page) if one.anchor == section), None)
    lines = range(within.first + 1, within.last + 1) if within else ()
    return "\n".join(text for line, text in texts(page) if line in lines)


def too_early(term: Term, pages: list[Page]) -> Iterator[str]:
    """Where *pages* use a term that is introduced after them, and do not link to its introduction."""
    for page in pages:
        uses = [line for line, text in texts(page) if term.among(text, page.language)]
        if uses and term.introduced not in {href for _, href, _ in links(page)}:
            yield (
                f"{page.name}:{uses[0]}: {term.zh} is introduced in {term.introduced}, later in the menu; "
                "introduce it here, or link to that section"
            )


def test_a_term_that_is_used_too_early_is_named() -> None:
    early = Term("后端", ("backend", "backends"), introduced="changes.md#removed")
    named = list(too_early(early, [BOOK.pages["en", path] for path in ("what.md", "fit.md")]))
    assert [problem.partition(":")[0] for problem in named] == ["docs/en/what.md", "docs/en/fit.md"]
    linked = Term("后端", ("backend", "backends"), introduced="install.md#choose")
    assert list(too_early(linked, [BOOK.pages["en", "what.md"]])) == []
