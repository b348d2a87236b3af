"""What lies among the pages and is none is named, before it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import ROOT
from proof.check.strays import strays


def test_this_book_has_none() -> None:
    assert list(strays(ROOT)) == []


@pytest.mark.parametrize(
    "path",
    [
        *("docs/zh/index.md~", "docs/en/index.md.orig", "docs/en/#index.md#", "docs/zh/index.html"),
        *("docs/en/a/b/page.HTM", "docs/zh/x.markdown", "docs/zh/notes.txt", "docs/en/index.md.bak"),
        *("docs/assets/proof.css~", "docs/assets/old.html", "theme/main.html~", "docs/zh/index_LOCAL_7.txt"),
        *("docs/zh/Thumbs.db", "docs/assets/reader (1).js", "docs/assets/seal - copy.svg", "docs/en/x.ipynb"),
    ],
)
def test_a_stray_file_is_named_and_gone_when_removed(tmp_path: Path, path: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text("1\n")
    (told,) = strays(tmp_path)
    assert told.startswith(f"{path}:1: this ")
    file.unlink()
    assert list(strays(tmp_path)) == []


@pytest.mark.parametrize(
    "path",
    [
        *("docs/zh/index.md", "docs/zh/CNAME", "docs/en/robots.txt", "docs/zh/.index.md.swp"),
        *("docs/en/.ipynb_checkpoints/a.html", "docs/assets/reader.js", "theme/main.html"),
    ],
)
def test_what_belongs_there_is_left_alone(tmp_path: Path, path: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text("1\n")
    assert list(strays(tmp_path)) == []
