"""The marks of lines that have notes stand at the ends of these lines, and leave the code as it is."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from conftest import BOOK, ROOT
from proof.book import Page, notes_below
from proof.check import Judge
from proof.press import with_marks
from proof.press.around.twin import twin
from proof.press.expand import expand

PAGES = [page for page in BOOK.pages.values() if any(fence.annotated for fence in page.contents.fences)]
HTML = """\
<div class="language-python annotate highlight" data-notes="0 2" id="code"><pre><span></span><code><span>a</span> = b[<span>"&lt;"</span>]
<span>\"\"\"
two\"\"\"</span>
c
</code></pre></div>
<ol>
<li><code>b["&lt;"]</code>: one.</li>
<li><code>two</code>: <a href="#code">another</a>.</li>
</ol>
<p>More.</p>
<ol><li>not a note</li></ol>"""  # noqa: E501
MARK = re.compile(r"<button[^>]*></button>")


def plain(html: str) -> str:
    """The text of *html*."""
    return re.sub(r"<[^>]*>", "", html)


@pytest.fixture(scope="module")
def site() -> Markdown:
    """Give what makes HTML of a page as the site does."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_a_mark_ends_its_line_and_opens_its_note() -> None:
    html = with_marks(HTML, "en")
    first, second, third = html.split("</code></pre>")[0].split("\n")[:3]
    assert (
        'popovertarget="note-1" data-number="1" aria-label="Note 1: b[&quot;&lt;&quot;]"></button>' in first
    )
    assert "button" not in second
    assert third.endswith("</button>")
    assert html.count("popover>") == 2
    assert '<a href="#code">another</a>.</div></div>' in html
    assert html.endswith("<ol><li>not a note</li></ol>")
    code, before = (plain(text.split("</code></pre>")[0]) for text in (html, HTML))
    assert code == before


def test_marks_are_named_in_the_language_of_the_page() -> None:
    assert 'aria-label="注 2：two"' in with_marks(HTML, "zh")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_note_of_a_page_has_its_mark_on_the_line_of_its_piece(
    page: Page, judge: Judge, site: Markdown
) -> None:
    html = with_marks(site.reset().convert(expand(judge.judged(page))), page.language)
    assert "data-notes" not in html
    marked = [plain(line) for line in html.split("\n") for _ in MARK.findall(line)]
    notes = [note for fence in page.fences if fence.annotated for note in notes_below(page.tokens, fence)]
    assert len(marked) == html.count(" popover>") == len(notes)
    for line, note in zip(marked, notes, strict=True):
        assert re.sub(r"&(lt|gt|amp|quot);", "", note.piece)[:8] in line.replace("&quot;", '"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_markdown_has_the_notes_as_a_list_below_code_without_marks(page: Page, judge: Judge) -> None:
    text = twin(judge.judged(page), "http://127.0.0.1/")
    assert "data-notes" not in text
    assert ".annotate" not in text
    for fence in page.fences:
        for number, note in enumerate(notes_below(page.tokens, fence) if fence.annotated else (), start=1):
            assert f"{number}. `{note.piece}`" in text
