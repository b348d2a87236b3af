"""What a snippet says of itself is taken as it is, or refused with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.run.settings import LONGEST
from proof.run.snippets import Snippet, find

PATH = "snippets/try/it.py"


def snippet(root: Path, text: str, path: str = PATH) -> Snippet:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return Snippet(root, path)


def with_settings(root: Path, *lines: str) -> Snippet:
    block = "".join(f"# {line}\n" for line in ("/// script", *lines, "///"))
    return snippet(root, f"{block}print(1)\n")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["[tool.proof]", "fresh = true", "lanes = []"], "4: lanes names none"),
        (["[tool.proof]", "lanes = [1]"], '3: lanes is a list of texts, such as ["now"], not [1]'),
        (["[tool.proof]", "lanes = ['never']"], "3: there is no lane 'never'; there are now, then, now-"),
        (["[tool.proof]", "lanes = ['now', 'now']"], "3: lanes names one thing twice"),
        (["[tool.proof]", "lanes = ['now-openvino']", "trains = true"], "2: no lane is left"),
        (["[tool.proof]", "seconds = 0"], f"3: seconds is a number from 1 to {LONGEST}, not 0"),
        (["[tool.proof]", "seconds = -5"], "3: seconds is a number from 1"),
        (["[tool.proof]", "seconds = 99999999999"], "3: seconds is a number from 1"),
        (["[tool.proof]", "seconds = true"], "3: [tool.proof] does not know seconds = True"),
        (["[tool.proof]", "nothing = 1"], "3: [tool.proof] does not know nothing = 1; it knows data (list)"),
        (["[tool.proof]", "volatile = [[]]"], '3: volatile is a list of texts, such as ["site-packages"]'),
        (["[tool.proof]", "data = [['mnist']]"], "3: data is a list of texts"),
        (["[tool.proof]", "data = ['cifar']"], "3: there is no data set cifar; there is mnist"),
        (["[tool.proof]", "products = ['a.txt']"], "3: a product is called like network.bin, not 'a.txt'"),
        (["[tool.proof]", "tolerance = {x = 'a'}"], "3: the tolerance of x is a number from 0 on"),
        (["[tool.proof]", "tolerance = {x = nan}"], "3: the tolerance of x is a number from 0 on"),
        (["[tool.proof.differs]", "now-jax = 3"], "2: differs gives the reason of now-jax as a text"),
        (["[tool.proof.differs]", "now = 'a'"], "2: there is no lane 'now'"),
        (["tool = 3"], "2: `tool` in its metadata block is no table"),
        (["[tool]", "proof = 3"], "3: `proof` in its metadata block is no table"),
        (["[tool.proof]", "raises = = 3"], "3: its metadata block is not TOML"),
        (["[tool.proof]", "raises = 'a"], "3: its metadata block is not TOML"),
        (["x = " + "[" * 5000], "2: its metadata block is not TOML that can be read: it is nested too deep"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_on_its_line(
    tmp_path: Path, lines: list[str], message: str
) -> None:
    assert str(with_settings(tmp_path, *lines).problem).startswith(f"{PATH}:{message}")


def test_what_a_message_tells_to_write_is_taken(tmp_path: Path) -> None:
    told = (
        'lanes = ["now"]',
        'volatile = ["site-packages"]',
        'products = ["network.bin"]',
        'data = ["mnist"]',
        "seconds = 1",
        f"seconds = {LONGEST}",
        "tolerance = {x = inf}",
        'differs = {now-jax = "a reason"}',
    )
    for line in told:
        assert with_settings(tmp_path, "[tool.proof]", line).problem is None, line


@pytest.mark.parametrize("name", ["stdout", "stderr", "error", "curves-figure", "network-product"])
def test_a_section_is_not_called_as_one_of_its_record(tmp_path: Path, name: str) -> None:
    text = f"a = 1\n# --8<-- [start:{name}]\nprint(a)\n# --8<-- [end:{name}]\n"
    assert f"{PATH}:2: a section cannot be called {name}" in str(snippet(tmp_path, text).problem)
    assert snippet(tmp_path, text.replace(name, "层-2")).problem is None


@pytest.mark.parametrize("name", ["my script", "a.b", "a,b", "a'b", "a#b", "con", "NUL", "e\u0301"])
def test_a_snippet_or_a_chapter_with_another_name_is_refused(tmp_path: Path, name: str) -> None:
    for path in (f"snippets/try/{name}.py", f"snippets/{name}/it.py"):
        told = str(snippet(tmp_path, "print(1)\n", path).problem)
        assert told.startswith(f"{path}:1: ")
        assert told.endswith("; rename it")
        other = path.replace(name, told.rpartition("“")[2].partition("”")[0])
        assert snippet(tmp_path, "print(1)\n", other).problem is None


def test_what_hides_is_passed_over_and_a_folder_is_named(tmp_path: Path) -> None:
    for path in ("snippets/try/.#it.py", "snippets/try/._it.py", "snippets/.ipynb_checkpoints/it.py"):
        snippet(tmp_path, "print(1)\n", path)
    (tmp_path / "snippets/try/.gone.py").symlink_to("nowhere")
    (tmp_path / "snippets/try/x.py").mkdir()
    assert [one.problem for one in find(tmp_path)] == [
        "snippets/try/x.py:1: this is a folder, not a script; rename it"
    ]


def test_what_is_no_text_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / PATH).write_bytes(b"a = 1\nb = '\xff'\n")
    assert Snippet(tmp_path, PATH).problem == f"{PATH}:2: not UTF-8 text (byte 0xff); save it as UTF-8"
