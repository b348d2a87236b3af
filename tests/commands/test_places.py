"""Commands work wherever the checkout lies, however it is reached, and whoever calls them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.shelf import FRESH, PAGE, Shelf, contents

ELSEWHERE = [
    "My Projects",
    "我的项目",
    "it's (a) [copy] 100% #1 & more",
    "-rf",
    "a;b$HOME`c`",
    "été",
]
NOBODY = 65534


def kept(shelf: Shelf) -> dict[str, int]:
    """When each kept run was written."""
    return {file.name: file.stat().st_mtime_ns for file in shelf.root.glob(".cache/runs/*/*.json")}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_checkout_may_lie_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    shelf = Shelf(tmp_path / name, 1)
    shelf.publish(index=PAGE.format(name="n10"))
    shelf.works()
    shelf.settles()
    assert shelf.built().startswith("0: ")


def test_the_site_is_the_same_wherever_the_checkout_lies(tmp_path: Path) -> None:
    sites = []
    for name in ("plain", "我的 项目"):
        (tmp_path / name).mkdir()
        shelf = Shelf(tmp_path / name, 1)
        shelf.publish(index=PAGE.format(name="n10"))
        assert shelf.built(SOURCE_DATE_EPOCH="1700000000").startswith("0: ")
        sites.append(contents(shelf.root / "site"))
    assert sites[0] == sites[1]


def test_a_checkout_that_is_moved_or_reached_by_a_link_runs_nothing_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 2)
    shelf.works()
    before, real = kept(shelf), shelf.root
    shelf.root = tmp_path / "link"
    shelf.root.symlink_to(real)
    assert shelf.said("check").endswith(": 0 problems\n")
    assert kept(shelf) == before
    shelf.root = real.rename(tmp_path / "已搬走 moved")
    assert shelf.said("check").endswith(": 0 problems\n")
    assert kept(shelf) == before


def test_a_folder_of_the_book_may_be_a_link(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1)
    shelf.publish(index=PAGE.format(name="n10"))
    for name in ("docs", "snippets"):
        moved = shutil.move(shelf.root / name, tmp_path / f"kept {name}")
        (shelf.root / name).symlink_to(moved)
    shelf.works()
    assert shelf.built().startswith("0: ")


@pytest.mark.parametrize("place", ["with space", "临时", "link"])
def test_temporary_files_may_lie_anywhere(tmp_path: Path, place: str) -> None:
    shelf = Shelf(tmp_path, 1)
    (tmp_path / "real").mkdir()
    shelf.temporary = tmp_path / place
    if place == "link":
        shelf.temporary.symlink_to(tmp_path / "real")
    else:
        shelf.temporary.mkdir()
    shelf.works()
    shelf.settles()


def given_away(*paths: Path) -> list[str]:
    """Give *paths* to another user. What to put before a command that may not meddle with what is theirs."""
    powers = ",".join(f"-{power}" for power in ("chown", "dac_override", "dac_read_search", "fowner"))
    before = ["setpriv", f"--bounding-set={powers}"]
    try:
        subprocess.run([*before, "true"], check=True, capture_output=True)
        for path in paths:
            os.chown(path, NOBODY, NOBODY)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"only root can be somebody else: {error}")
    return before


def test_another_user_checks_what_one_has_run_and_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1)
    shelf.works()
    before, records = kept(shelf), shelf.records()
    other = given_away(shelf.root, *shelf.root.rglob("*"))
    assert shelf.said("check", before=other).endswith(": 0 problems\n")
    shelf.write("snippets/try/n10.py", f"{FRESH}print('another')\n")
    for command in ("run", "check", "promote"):
        said = shelf.said(command, before=other)
        assert re.fullmatch(r"3: /[^\n]*: Permission denied; nothing was [^\n]*\n", said), said
    assert (kept(shelf), shelf.records()) == (before, records)


def test_what_another_user_has_left_among_temporary_files_is_in_nobodys_way(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1)
    shelf.publish(index=PAGE.format(name="n10"))
    shelf.temporary.chmod(0o1777)
    for name in ("proof", "proof-0", "jieba.cache", "jieba-0.cache"):
        file = shelf.temporary / name
        file.write_text("another's", encoding="utf-8")
        file.chmod(0o600)
    said = shelf.built(*given_away(*shelf.temporary.iterdir()))
    assert said.startswith("0: ")
    assert "Traceback" not in said
