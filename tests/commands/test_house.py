"""The house: rooms with doors, no crowded folders, and tests where a stranger looks for them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT

#: What a folder may hold beside its `__init__.py`.
MOST = 10
MODULES = [file for folder in ("proof", "tests") for file in sorted((ROOT / folder).rglob("*.py"))]
#: What is tested of the book as it is, and not of a module.
BESIDE = ("test_formulas.py", "test_lessons.py", "test_products.py", "test_questions.py")
#: Another room may import these modules, beside the room itself: small things, and what takes long to import.
OPEN = re.compile(r"proof\.common\.\w+|proof\.press\.(press|shown|around\.chapter)")


def rooms() -> set[str]:
    return {folder.name for folder in (ROOT / "proof").iterdir() if (folder / "__init__.py").is_file()}


def imported(file: Path) -> set[str]:
    """The modules that *file* imports, by full name."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name}


def test_no_folder_is_crowded() -> None:
    counts = Counter(file.parent for file in MODULES if file.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > MOST} == {}


def test_a_room_is_entered_by_its_door() -> None:
    found = []
    for file in sorted((ROOT / "proof").rglob("*.py")):
        own = file.relative_to(ROOT / "proof").parts[0]
        for name in imported(file):
            match = re.match(r"proof\.(\w+)\.\w+", name)
            if match and match[1] != own and not OPEN.fullmatch(name):
                found.append(f"{file.relative_to(ROOT)} reaches for {name}")
    assert found == []


def test_each_room_says_what_comes_in_and_what_goes_out() -> None:
    for room in rooms():
        text = (ROOT / f"proof/{room}/__init__.py").read_text(encoding="utf-8")
        assert len((ast.get_docstring(ast.parse(text)) or "").split()) > 10, room


def test_only_the_site_knows_with_what_it_is_built() -> None:
    knowing = {
        file.relative_to(ROOT / "proof").parts[0]
        for file in (ROOT / "proof").rglob("*.py")
        if any(name.partition(".")[0] in ("mkdocs", "mkdocs_jupyter", "material") for name in imported(file))
    }
    assert knowing == {"site"}


def test_the_tests_have_the_same_rooms() -> None:
    ours = {folder.name for folder in (ROOT / "tests").iterdir() if (folder / "__init__.py").is_file()}
    assert rooms() - {"common"} <= ours
    for file in (ROOT / "tests").glob("*/test_*.py"):
        if file.parent.name in rooms() - {"site"}:
            room, name = ROOT / "proof" / file.parent.name, file.name.removeprefix("test_")
            found = (room / name).is_file() or (room / "inside" / name).is_file()
            assert found or file.name in BESIDE, f"no module for {file.relative_to(ROOT)}"


def test_every_folder_of_tests_is_run() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = set(re.findall(r'"tests/(\w+)"', settings.partition("testpaths")[2]))
    folders = {file.parent.name for file in (ROOT / "tests").glob("*/test_*.py")}
    assert folders - listed == {"browser"}
    assert "make test-browser" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readmes_show_every_room(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    tree = text.partition("```text\n")[2].partition("```")[0]
    assert set(re.findall(r"(?m)^    (\w+)/", tree)) == rooms()
    assert len(tree.splitlines()) <= 20
    for path in re.findall(r"(?m)^[\w./]+", tree):
        assert (ROOT / path).exists(), path
