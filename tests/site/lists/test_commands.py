"""Commands beside the main ones say what is wrong with what they are given, and leave what was there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from proof.press import cards

LISTS = "proof.site.lists"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a book whose list of addresses is no text, and an older zip."""
    for language in ("zh", "en"):
        (tmp_path / "book/docs" / language).mkdir(parents=True)
    (tmp_path / "book/docs/reached.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "site.zip").write_text("as it was")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("elsewhere nowhere", 2, "there is no book at nowhere: "),
        ("reached nowhere", 2, "there is no book at nowhere: "),
        ("reached book", 1, "docs/reached.txt:1: not UTF-8 text (byte 0xff); save it as UTF-8\n"),
        ("packed nowhere site.zip", 3, "nowhere/index.html: No such file or directory; nothing was packed\n"),
        *(
            (name, 2, f"usage: python -m {LISTS}.{name} ")
            for name in ("elsewhere", "reached", "packed", "epub")
        ),
    ],
)
def test_what_is_wrong_is_said(folder: Path, command: str, code: int, said: str) -> None:
    name, *given = command.split()
    program = [sys.executable, "-m", f"{LISTS}.{name}", *given]
    done = subprocess.run(
        program, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert done.stderr.startswith(said)
    assert not done.stdout
    assert (folder / "site.zip").read_text() == "as it was"


@pytest.mark.parametrize(
    ("text", "code", "why"), [("no font", 1, "Not a TrueType or OpenType font"), (None, 3, "No such file")]
)
def test_what_is_no_font_leaves_the_cards_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, code: int, why: str
) -> None:
    before, font = (ROOT / cards.FONT).read_bytes(), tmp_path / "font.ttc"
    if text is not None:
        font.write_text(text)
    assert cards.main(str(font)) == code
    assert capsys.readouterr().err.startswith(f"{font}: {why}")
    assert (ROOT / cards.FONT).read_bytes() == before
