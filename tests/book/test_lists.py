"""The names and the terms of a book are read line by line, or refused with the line and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book.lists import NAMES, Name, names
from proof.common.complaint import BookError
from proof.common.naming import hidden, misnamed, proper


def put(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root


def test_names_are_read_whatever_wrote_them(tmp_path: Path) -> None:
    text = "\ufeff# names\r\n\r\nKeras 3 = now-tensorflow keras\r\nMNIST 2\r\n"
    assert names(put(tmp_path, NAMES, text)) == [
        Name(3, "Keras 3", "now-tensorflow", "keras"),
        Name(4, "MNIST 2"),
    ]
    assert names(tmp_path / "nowhere") == []


def test_what_a_message_tells_to_write_is_a_name(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refused:
        names(put(tmp_path, NAMES, "a 1\nb 2 = keras\n"))
    told = str(refused.value)
    assert told.startswith(f"{NAMES}:2: ")
    assert len(names(put(tmp_path, NAMES, told.partition("such as `")[2].partition("`")[0]))) == 1


@pytest.mark.parametrize(
    "name", ["my page", "a.b", "a　b", "a\tb", "a:b", "a?b", "-a", "a/b c/d", "🎉", "%20", "aux"]
)
def test_a_name_that_is_none_is_said_and_a_better_one_is_one(name: str) -> None:
    assert misnamed(f"{name}.md")
    better = str(misnamed(f"{name}.md")).rpartition("“")[2].partition("”")[0]
    assert misnamed(f"{better}.md") is None
    assert misnamed(f"{proper(name)}-1.md") is None


@pytest.mark.parametrize(
    "name", ["index", "序列", "two-models", "from_list", "_draft", "Ünder", "2018", "第2章/层-a"]
)
def test_letters_of_any_language_make_a_name(name: str) -> None:
    assert misnamed(f"{name}.md") is None
    assert not hidden(f"{name}.md")
