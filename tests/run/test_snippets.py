"""A script is read as Python reads it, and what is nearly right is not passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.run.snippets import Snippet, find


def snippet(root: Path, text: str | bytes, name: str = "it") -> Snippet:
    file = root / "snippets/try" / f"{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return Snippet(root, f"snippets/try/{name}.py")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# /// script\n# [tool.proof]\n# raises = 'KeyError'\nprint(1)\n", "it.py:1: metadata stands once, between"),
        ("print(1)\n#/// script\n# [tool.proof]\n# ///\n", "it.py:2: metadata stands once, between"),
        ("#  /// script\n# [tool.proof]\n# ///\n", "it.py:1: metadata stands once"),
        ("# /// script\n# [tool.proof]\n#raises = 'KeyError'\n# ///\nprint(1)\n", "it.py:1: metadata stands once"),
        ("# /// script\n# [tool.proof]\n# ///\nprint(1)\n# /// script\n# [tool.proof]\n# ///\n", "it.py:5: metadata"),
        ("print(1)\n# --8<-- [start: one]\n", "it.py:2: a section begins with `# --8<-- [start:name]`"),
        ("# -8<- [start:one]\nprint(1)\n", "it.py:1: a section begins"),
        ("# --8<-- [begin:one]\nprint(1)\n", "it.py:1: a section begins"),
        ("if True:\n    # ---8<--- [start:one]\n    print(1)\n", "it.py:2: a section begins"),
        ("print('a\x02')\n", "it.py:1: a character that nobody sees; write it as \\x02"),
        ("\n\nprint('\x1b[1m')\n", "it.py:3: a character that nobody sees; write it as \\x1b"),
        (b"print('\xff')\n", "it.py:1: not UTF-8 text"),
    ],
)  # fmt: skip
def test_what_is_nearly_right_is_a_problem(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert message in str(snippet(tmp_path, text).problem)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\nprint(1)\n"])
def test_metadata_is_read_to_the_end_of_the_file(tmp_path: Path, end: str) -> None:
    asked = snippet(tmp_path, f"# /// script\n# [tool.proof]\n# raises = 'KeyError'\n# ///{end}")
    assert asked.problem is None
    assert asked.raises == "KeyError"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_byte_order_mark_and_line_ends_are_no_part_of_the_text(
    tmp_path: Path, mark: bytes, end: bytes
) -> None:
    text = end.join([b"# /// script", b"# [tool.proof]", b"# seconds = 7", b"# ///", b"print(1)", b""])
    asked = snippet(tmp_path, mark + text)
    assert asked.problem is None
    assert asked.seconds == 7
    assert asked.shown() == "print(1)\n"


@pytest.mark.parametrize("name", ["random", "json", "keras", "tensorflow", "this"])
def test_a_script_is_not_called_like_a_module(tmp_path: Path, name: str) -> None:
    assert f"Python has a module {name}" in str(snippet(tmp_path, "print(1)\n", name).problem)


def test_hidden_files_are_no_snippets(tmp_path: Path) -> None:
    snippet(tmp_path, "print(1)\n")
    for name in (".#it.py", "._it.py", "_helper.py", ".hidden/it.py"):
        (tmp_path / "snippets/try" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "snippets/try" / name).symlink_to("me@host:1")
    assert [found.path for found in find(tmp_path)] == ["snippets/try/it.py"]
