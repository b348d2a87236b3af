"""Lanes: what is compared with what, and what happens where one is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proof.book.book import Book
from proof.check.judge import Judge
from proof.doubt.tally import in_words
from proof.press.expand import expand
from proof.record import changes, records
from proof.run import lanes
from proof.run.host import LaneError
from proof.run.lanes import NOW, NOW_JAX, NOW_OPENVINO, THEN, Lane
from proof.run.runner import Request, Runner
from proof.run.runs import Store
from proof.run.snippets import Snippet

HEAD = "# /// script\n# [tool.proof]\n{}\n# ///\n"
PATH = "snippets/try/it.py"


def snippet(root: Path, settings: str = "", source: str = "print('hello')\n") -> Snippet:
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text((HEAD.format(settings) if settings else "") + source, encoding="utf-8")
    return Snippet(root, PATH)


def bare(lane: Lane, **environment: str) -> Lane:
    """Give *lane* without its libraries, so that it starts at once."""
    return replace(
        lane,
        prefix=NOW.prefix,
        added=None,
        shim=(),
        preload=(),
        libraries=(),
        environment={**NOW.environment, **environment},
    )


def test_families_and_lanes_are_named() -> None:
    assert [lane.name for lane in lanes.named(["then"])] == ["then-tensorflow", "then-theano"]
    assert lanes.named(["now-jax", "now-jax"]) == [NOW_JAX]
    assert lanes.home("now") is NOW
    with pytest.raises(KeyError, match="never"):
        lanes.named(["never"])


def test_what_trains_is_not_for_a_lane_that_cannot(tmp_path: Path) -> None:
    assert NOW_OPENVINO in snippet(tmp_path).lanes
    assert NOW_OPENVINO not in snippet(tmp_path, "# trains = true").lanes


def test_lanes_of_a_family_share_a_record_unless_a_reason_is_given(tmp_path: Path) -> None:
    same = snippet(tmp_path)
    assert {same.record(lane) for lane in same.lanes} == {"snippets/try/it.now.txt"}
    own = snippet(tmp_path, '# [tool.proof.differs]\n# now-jax = "a reason"')
    assert own.record(NOW_JAX) == "snippets/try/it.now-jax.txt"
    assert own.record(NOW) == "snippets/try/it.now.txt"
    assert records.snippet_of(tmp_path, "snippets/try/it.now-jax.txt") == (own, NOW_JAX)
    assert records.snippet_of(tmp_path, "snippets/try/it.never.txt") is None


def test_a_backend_that_prints_something_else_is_a_failure(tmp_path: Path) -> None:
    asked = snippet(tmp_path, source="import os\nprint(os.environ['KERAS_BACKEND'])\n")
    home, other = bare(NOW), bare(NOW_JAX, KERAS_BACKEND="jax")
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        runs = runner.run([Request(asked, home), Request(asked, other)])
    assert changes.promote(asked, runs[PATH, other.name]) is None
    assert changes.promote(asked, runs[PATH, home.name]) == []
    assert changes.difference(asked, runs[PATH, home.name]) is None
    wrong = str(changes.difference(asked, runs[PATH, other.name]))
    assert f"the record is not what {PATH} prints in lane now-jax" in wrong
    assert "-tensorflow\n    +jax" in wrong


def test_a_lane_that_is_not_installed_is_reported_and_proves_nothing(tmp_path: Path) -> None:
    missing = replace(THEN, added=tmp_path / "nowhere")
    asked = snippet(tmp_path, '# lanes = ["then"]')
    for language in ("zh", "en"):
        page = tmp_path / f"docs/{language}/index.md"
        page.parent.mkdir(parents=True)
        page.write_text(
            "---\ntitle: It\n---\n"
            f'# It\n\n``` {{ .python #it }}\n--8<-- "{PATH}"\n```\n\n[7](#it "3 + 4 * len([__file__])")\n'
        )
    book = Book(tmp_path, [NOW, missing])
    assert book.requests() == []
    judge = Judge(book, {})
    assert list(judge.problems(aligned=False)) == []
    assert in_words(book).endswith("; NOT RUN: lane then-tensorflow is not installed")
    text = expand(judge.judged(book.pages["en", "index.md"]))
    assert ".claim .absent" in text
    assert "not run in then-tensorflow this time" in text
    assert "numbers and quotations proven: 0" in text
    with Runner(Store(tmp_path / "runs")) as runner, pytest.raises(LaneError, match="make lane-then-tens"):
        runner.run([Request(asked, missing)])


def test_a_broken_lane_is_one_message(tmp_path: Path) -> None:
    broken = replace(bare(NOW), preload=("nothing_of_the_kind",))
    with Runner(Store(tmp_path / "runs")) as runner, pytest.raises(LaneError) as raised:
        runner.run([Request(snippet(tmp_path), broken)])
    assert "now-tensorflow: its process ended, saying: ModuleNotFoundError: No module named 'noth" in str(
        raised.value
    )


def test_the_packages_of_a_lane_are_not_the_data_of_a_run(tmp_path: Path) -> None:
    added = tmp_path / "added"
    added.mkdir()
    (added / ".done").touch()
    (added / "package_of_the_lane.py").write_text("WORD = 'helped'\n")
    asked = snippet(tmp_path, source="import package_of_the_lane as p\nprint(p.WORD)\n")
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        run = runner.run([Request(asked, replace(bare(NOW), added=added))])[PATH, NOW.name]
    assert run.stdout == "helped\n"
    looked_for = "snippets/try/package_of_the_lane"  # beside the script, where it would be found first
    assert run.reads == {looked_for: "absent", f"{looked_for}.py": "absent"}
