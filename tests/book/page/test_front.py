"""What stands before a page is read by us as by MkDocs, or it is a problem with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from proof.book.page.front import FrontError, front
from proof.book.page.page import Page


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Keras\n---\n# A\n", "Keras"),
        ("---\ntitle: 'Keras: the book'\n---\n", "Keras: the book"),
        ('---\ntitle: "训练：编译"\ndescription: d\nfinds: "a, b"\n---\n', "训练：编译"),
        ("---\ntitle: Keras\n...\n# A\n", "Keras"),
        ("---  \ntitle: Keras\n--- \n# A\n", "Keras"),
        ("---\ntitle: >\n  folded\n---\n", "folded"),
    ],
)
def test_a_title_is_read_from_yaml(text: str, title: str) -> None:
    assert front(text)["title"] == title
    assert get_data(text)[1]["title"].strip() == title


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# A\n", 1, "a page begins with front matter"),
        ("title: A\n\n# A\n", 1, "a page begins with front matter"),
        ("---\n# A\n\ntext\n", 1, "a page begins with front matter"),
        ("---\ntitle: Keras: the book\n---\n", 2, "not YAML"),
        ("---\ntitle: Keras\nfinds: [a, b\n---\n", 4, "not YAML"),
        ("---\njust words\n---\n", 2, "says nothing of the form"),
        ("---\ntitle: Keras\nfinds: [a, b]\n---\n", 3, "finds is one line of words"),
        ("---\ntitle: Keras\nfinds:\n---\n", 3, "finds is one line of words"),
        ("---\ntitle: 2018\n---\n", 2, "title is one line of words"),
        ("---\ntitle: a\nfinds: b\n'title': c\n---\n", 2, "gives title twice"),
        ("---\ntitle: |\n  a\n  b\n---\n", 2, "title is one line of words"),
        ("---\ndescription: d\n---\n", 2, "gives no title"),
        ("---\ntitle: Keras\ntemplate: x.html\n---\n", 3, "does not know “template”; it knows title, description, finds"),
        ("---\ntitle: Keras\n? [a]\n: b\n---\n", 4, ""),
    ],
)  # fmt: skip
def test_what_is_no_front_matter_is_a_problem(text: str, line: int, message: str) -> None:
    with pytest.raises(FrontError, match=re.escape(message) or None) as raised:
        front(text)
    assert raised.value.line == line or not message


def test_a_page_whose_front_matter_begins_late_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "docs/zh/index.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xef\xbb\xbf---\r\ntitle: Keras\r\n---\r\n# A\r\n")
    assert Page(tmp_path, "zh", "index.md").front_problem is None
    file.write_text("\n---\ntitle: Keras\n---\n# A\n", encoding="utf-8")
    said = "docs/zh/index.md:1: the front matter begins on the first line"
    assert Page(tmp_path, "zh", "index.md").front_problem == said


@given(st.text(alphabet=st.sampled_from("ab:- '\"[]{}\n>|&*!%@#,.\t"), max_size=30))
def test_any_front_matter_is_read_as_mkdocs_reads_it_or_is_a_problem(text: str) -> None:
    page = f"---\ntitle: {text}\n---\n# A\n"
    try:
        found = front(page)
    except FrontError:
        return
    rest, meta = get_data(page)
    assert {name: value.strip() for name, value in meta.items()} == found
    assert "# A" in rest
