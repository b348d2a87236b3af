"""The site as it is built: where a build leaves pages as they were, the site is what a whole one leaves."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proof.site.build import BUILT
from tests.commands.shelf import FRESH, PAGE, Shelf, contents

MORE = """\
# More { #more }

There is [42](index.md#n10 "6 * 7 * len([__file__])"), and [the end](#end).

## The end { #end }

So be it.
"""
NOTEBOOK = f"""{FRESH}
# %% [raw] lang="zh"
# ---
# title: Cells
# ---

# %% [raw] lang="en"
# ---
# title: Cells
# ---

# %% [markdown] lang="zh"
# # Cells {{ #cells }}
#
# It is [42](#six "six * 7").

# %% [markdown] lang="en"
# # Cells {{ #cells }}
#
# It is [42](#six "six * 7").

# %% id="six"
six = 6
six

"""
CELLS = "snippets/notebooks/cells.py"
BOTH = ("docs/zh/more.md", "docs/en/more.md")
#: Files of the book, what they say and will say, and how many pages are built again; None: all of the site.
CHANGES = {
    "a paragraph": (("docs/zh/more.md",), "So be it.", "So it may be.", 1),
    "a heading": (BOTH, "The end {", "The very end {", 2),
    "an id": (BOTH, "#n11", "#another", 2),
    "a snippet": (("snippets/try/n11.py",), "print(", "print(  # the same\n    ", 2),
    "what a snippet prints": (("snippets/try/n11.py",), "'n11'", "'n11', 'and more'", 2),
    "the words of a notebook": ((CELLS,), "# It is", "# Here it is", 2),
    "a cell of a notebook": ((CELLS,), "six = 6\n", "six = 5 + 1\n", 2),
    "a title": (BOTH, "title: Keras", "title: More", None),
    "a style": (("docs/assets/proof.css",), "--proof: #a63a24", "--proof: #a63a25", None),
    "a setting": (("mkdocs.en.yml",), "site_name: Keras, Proven", "site_name: Keras", None),
    "nothing": ((), "", "", 0),
}
Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Give a book of two pages and a notebook in each language, with its site."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"), 2)
    more = PAGE.format(name="n11").replace("# Hello\n", MORE)
    shelf.write(CELLS, NOTEBOOK)
    shelf.publish(index=PAGE.format(name="n10") + "\nThere is [the end](more.md#end).\n", more=more)
    assert "Documentation built" in shelf.built()
    return shelf


@pytest.fixture
def edit(shelf: Shelf) -> Iterator[Edit]:
    """Give what changes a file of the book, accepting what follows from it; undo it all at the end."""
    before: dict[Path, str] = {}

    def edited(path: str, old: str, new: str) -> None:
        file = shelf.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        before.setdefault(file, text)
        file.write_text(text.replace(old, new), encoding="utf-8")
        accept(shelf)

    yield edited
    for file, text in before.items():
        file.write_text(text, encoding="utf-8")
    accept(shelf)
    assert shelf.built().startswith("0: ")


def accept(shelf: Shelf) -> None:
    """Accept what the snippets print, and the pages as being in line."""
    shelf.said("promote")
    shelf.align()


def whole(shelf: Shelf) -> dict[str, bytes]:
    """The site as it is if all of it is built now."""
    (shelf.root / BUILT).unlink()
    assert "Documentation built" in shelf.built()
    return contents(shelf.root / "site")


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_it_is_what_is_built_from_nothing(shelf: Shelf, edit: Edit, change: str) -> None:
    paths, old, new, pages = CHANGES[change]
    before = contents(shelf.root / "site")
    for path in paths:
        edit(path, old, new)
    said = shelf.built()
    assert said.startswith("0: ")
    assert f"{pages} of 6 pages built again" in said or pages is None
    assert ("Documentation built" in said) == (pages is None)
    after = contents(shelf.root / "site")
    assert (after != before) == (pages != 0)
    assert after == whole(shelf)


def test_only_what_has_changed_is_written_again(shelf: Shelf, edit: Edit) -> None:
    files = list((shelf.root / "site").rglob("*.html"))
    times = {file: file.stat().st_mtime_ns for file in files}
    edit("docs/en/more.md", "So be it.", "So it may be.")
    shelf.built()
    changed = [file for file, time in times.items() if file.stat().st_mtime_ns != time]
    assert changed == [shelf.root / "site/en/more/index.html"]


def test_a_page_that_comes_or_goes_has_everything_built(shelf: Shelf, edit: Edit) -> None:
    edit("mkdocs.yml", "more.md,", "more.md, third.md,")
    for language in ("zh", "en"):
        shelf.write(f"docs/{language}/third.md", "---\ntitle: Third\n---\n# Third\n")
    accept(shelf)
    shelf.built()
    assert (shelf.root / "site/en/third/index.html").is_file()
    edit("mkdocs.yml", " third.md,", "")
    for language in ("zh", "en"):
        (shelf.root / f"docs/{language}/third.md").unlink()
    accept(shelf)
    assert shelf.built().startswith("0: ")
    assert not (shelf.root / "site/en/third").exists()


def test_a_link_from_a_page_that_is_left_as_it_was_is_held_as_well(shelf: Shelf, edit: Edit) -> None:
    before = contents(shelf.root / "site")
    for path in BOTH:
        edit(path, "#end", "#last")
    broken = "index.md:16: the link to more.md#end leads to no heading there"
    said = shelf.built()
    assert said.startswith("1: ")
    assert said.count(broken) == 2
    assert said.endswith("the site is left as it was, for the reasons above\n")
    assert contents(shelf.root / "site") == before
    assert broken in shelf.built()
    for path in BOTH:
        edit(path, "#last", "#end")
    assert shelf.built().startswith("0: ")
    assert contents(shelf.root / "site") == before


def test_a_book_that_is_not_true_leaves_the_site_as_it_was(shelf: Shelf, edit: Edit) -> None:
    before = contents(shelf.root / "site")
    edit("docs/en/more.md", "[42](index", "[43](index")
    said = shelf.built()
    assert said.startswith("1: ")
    assert "docs/en/more.md:6: the page says 43" in said
    assert said.endswith("the site is left as it was, for the reasons above\n")
    assert contents(shelf.root / "site") == before
    edit("docs/en/more.md", "[43]", "[42]")
    assert "0 of 6 pages built again" in shelf.built()


@pytest.mark.parametrize("what", ["a page by hand", "a page gone", "a page more", "no site", "what is known"])
def test_a_site_that_is_not_as_it_was_left_is_built_from_nothing(shelf: Shelf, what: str) -> None:
    site = shelf.root / "site"
    before, page = contents(site), site / "en/more/index.html"
    if what == "a page by hand":
        page.write_text(page.read_text(encoding="utf-8").replace("42", "43"), encoding="utf-8")
    elif what == "a page gone":
        page.unlink()
    elif what == "a page more":
        (site / "another.html").write_text("42", encoding="utf-8")
    elif what == "no site":
        shutil.rmtree(site)
    else:
        (shelf.root / BUILT).write_text("{", encoding="utf-8")
    assert "Documentation built" in shelf.built()
    assert contents(site) == before


def test_a_site_for_another_place_is_built_from_nothing(shelf: Shelf) -> None:
    assert "Documentation built" in shelf.built(SITE_URL="https://elsewhere.example/")
    addresses = (shelf.root / "site/en/sitemap.xml").read_text(encoding="utf-8")
    assert "https://elsewhere.example/en/more/" in addresses
    assert "Documentation built" in shelf.built()


def test_a_build_of_what_stands_imports_nothing_that_it_can_do_without(shelf: Shelf) -> None:
    assert shelf.built().startswith("0: ")
    command = [sys.executable, "-X", "importtime", "-m", "proof.site.build", "--root", str(shelf.root)]
    done = subprocess.run(command, env=shelf.environment, capture_output=True, text=True, check=True)
    imported = set(re.findall(r"(?m)^import time:.*\| +(\S+)$", done.stderr))
    assert "proof.press.edition" in imported
    assert imported.isdisjoint({"keras", "markdown_it", "nbconvert", "nbformat", "proof.check.judge", "rich"})
