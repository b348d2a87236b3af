"""The measuring: its plan, its work, its watching. What it measures is no test's matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from bench import forms
from bench.__main__ import SHOWN, main
from bench.contestants import CONTESTANTS, PROOF, SCENARIOS, Contestant
from bench.plan import again, extrapolated, in_turn
from bench.results import FILE, of_entry
from bench.session import Entry, Session, as_alone
from bench.shelf import Variants, bound, variants
from bench.watch import CommandError, held, watched
from bench.work import COMMENT, Work
from conftest import BOOK, ROOT
from proof.book.page.page import LANGUAGES
from proof.check import claims

WORK = replace(Work.of(8), printed={part.name: f"printed {part.name}\n" for part in Work.of(8).parts})
#: What the page on speed promises; a new measurement may break these bounds, and then the page says so.
BOUNDS = {
    "ratio('python-1') > 10",
    "ratio('mkdocs-jupyter') > 7",
    "ratio('myst-nb-2') > 3.5",
    "ratio('markdown-exec') > 0.6",
    "ratio('markdown-exec') < 1",
    "ratio('markdown-exec', 'unchanged') > 10",
    "ratio('sphinx-gallery-2') > 1.2",
    "ratio('python-2') > 8",
    "1 / ratio('fork-server-2') <= 1.25",
    "seconds('proof', 'unchanged') / seconds('static') <= 0.5",
    "seconds('proof', 'snippet', most) / seconds('proof', 'snippet') <= 2",
    "seconds('proof', 'snippet', most) / seconds('static', 'cold', most) < 0.8",
    "1 / ratio('fork-server-2', 'snippet') <= 1.25",
    "(seconds('python-1') - seconds('static')) / (seconds('fork-server-1') - seconds('static')) > 5",
    "per_snippet('proof') / per_snippet('fork-server-2') <= 1.25",
    "peak('proof', most) / peak('proof') < 1.5",
}


def test_each_round_begins_with_another() -> None:
    rounds = [in_turn("abc", turn) for turn in range(4)]
    assert rounds == [list("abc"), list("bca"), list("cab"), list("abc")]
    assert in_turn([], 1) == []


def test_only_the_quick_are_measured_again() -> None:
    assert [again(10, turn, 3, 30) for turn in range(4)] == [True, True, True, False]
    assert [again(31, turn, 3, 30) for turn in range(3)] == [True, False, False]


def test_what_would_take_too_long_is_foreseen() -> None:
    assert extrapolated(60, 24, 96) == 240


def test_no_two_scripts_of_the_work_are_the_same_and_its_numbers_are_right() -> None:
    work = Work.of(960)
    assert len(work.leaves) == 480
    assert len({part.source for part in work.parts}) == 960
    for part in work.parts[:9]:
        compile(part.source, part.name, "exec")
        inputs, units, outputs = part.sizes.values()
        assert claims.judge(part.first_layer, "n", inputs * units + units) is None
        assert claims.judge(part.total, "n", inputs * units + units + units * outputs + outputs) is None


@pytest.mark.parametrize("contestant", CONTESTANTS, ids=lambda contestant: contestant.name)
def test_an_edit_changes_one_thing_for_everyone(contestant: Contestant) -> None:
    files = variants(contestant, WORK)
    versions = files.original, files.snippet, files.page
    changed = [
        {path for path in after if after[path] != before[path]} for before, after in pairwise(versions)
    ]
    assert all(set(version) == set(files.original) for version in versions)
    languages = len(LANGUAGES)
    pages = languages if contestant.form in (forms.static, forms.proof, forms.bare) else 1
    assert len(changed[1]) == pages
    assert changed[0] == {path for path in files.snippet if COMMENT.strip() in files.snippet[path]}


def test_the_measured_book_is_true_before_and_after_each_edit(tmp_path: Path) -> None:
    files, work = bound(ROOT, tmp_path, Work.of(2), os.environ)
    for scenario in ("cold", "snippet", "check"):  # of which each finds the files otherwise
        files.put(tmp_path, scenario)
        watched(PROOF.command(scenario, work), tmp_path, os.environ)
    as_alone(tmp_path / str(PROOF.site), work)


def test_a_command_is_timed_and_one_that_fails_is_no_number(tmp_path: Path) -> None:
    took = watched([sys.executable, "-c", "print()"], tmp_path, {})
    assert took.seconds > 0
    with pytest.raises(CommandError, match=r"(?s)exit code 3.*the last line"):
        watched([sys.executable, "-c", "print('the last line'); raise SystemExit(3)"], tmp_path, {})


def test_memory_is_that_of_all_processes() -> None:
    child = "import sys; held = bytearray(b'x') * (64 << 20); print('here', flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", parent], stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        assert held(psutil.Process(process.pid)) > 64 << 20
        process.communicate()
    assert held(psutil.Process()) > 0


def test_what_a_command_started_ends_with_it(tmp_path: Path) -> None:
    child = "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(50)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    script = f"""
import os, signal, threading, time
from pathlib import Path
from bench.watch import watched
def interrupt():
    while not (Path("pid").exists() and Path("pid").read_text()):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Thread(target=interrupt).start()
watched({[sys.executable, "-c", parent]!r}, Path(), {{}})
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "KeyboardInterrupt" in done.stderr
    number = int((tmp_path / "pid").read_text())
    end = time.monotonic() + 10
    with suppress(psutil.NoSuchProcess):
        while psutil.Process(number).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < end, "the child is still there"
            time.sleep(0.05)


def session(tmp_path: Path, *contestants: Contestant) -> Session:
    """Give a session in which nothing is prepared yet."""
    return Session(tmp_path, tmp_path, Path(sys.executable), contestants, {}, lambda *_: None)


def counting(code: str = "") -> Contestant:
    """Give a contestant that notes what it was given, and forgets it for a cold start."""
    note = f"from pathlib import Path; open('noted', 'a').write(Path('one').read_text()); {code}"
    command = ["{python}", "-c", note]
    return Contestant("counting", lambda _: {}, lambda *_: command, ("noted",), SCENARIOS[:4])


def test_a_turn_begins_cold_and_makes_each_edit_once(tmp_path: Path) -> None:
    contestant = counting()
    entry = Entry(contestant, tmp_path, Variants({"one": "1"}, {"one": "2"}, {"one": "3"}))
    taken = session(tmp_path, contestant)
    for _ in range(2):
        taken.take_turn(entry, WORK, lambda _: None, "")
        assert (tmp_path / "noted").read_text() == "1123"
    assert {
        name: len(took["seconds"]) for name, took in of_entry(entry)["scenarios"].items()
    } == dict.fromkeys(SCENARIOS[:4], 2)


def test_who_fails_is_named_and_not_asked_again(tmp_path: Path) -> None:
    contestant = counting("raise SystemExit('no such thing')")
    entry = Entry(contestant, tmp_path, Variants({"one": "1"}, {"one": "2"}, {"one": "3"}))
    taken = session(tmp_path, contestant)
    for _ in range(2):
        taken.take_turn(entry, WORK, lambda _: None, "")
    assert (tmp_path / "noted").read_text() == "1"
    assert not entry.took
    assert "8 snippets, cold: " in taken.failed["counting"]
    assert "no such thing" in taken.failed["counting"]


def test_who_fails_once_may_try_again(tmp_path: Path) -> None:
    contestant = counting("Path('tried').exists() or (Path('tried').touch(), exit('the first time'))")
    entry = Entry(contestant, tmp_path, Variants({"one": "1"}, {"one": "2"}, {"one": "3"}))
    taken = session(tmp_path, contestant)
    taken.take_turn(entry, WORK, lambda _: None, "")
    assert (tmp_path / "noted").read_text() == "1123"
    assert not taken.failed
    assert [len(entry.took[scenario]) for scenario in SCENARIOS[:4]] == [1, 1, 1, 1]


def test_only_a_process_of_its_own_counts(tmp_path: Path) -> None:
    printed = {f"n{n}": f"a table\n{n} units: dense dense_1\n" for n in (8, 9, 18)}
    lines = ["8 units: dense dense_1", "9 units: dense_2 dense_3", "18 units: dense dense_1"]
    page = tmp_path / "index.html"
    page.write_text("".join(f"<pre><b>{line}</b>\n</pre>" for line in lines))
    assert as_alone(tmp_path, replace(WORK, printed=printed)) == 2
    page.write_text("".join(f"<pre><b>{line}</b>\n</pre>" for line in lines[1:]))
    with pytest.raises(CommandError, match="what 1 of the scripts print, such as “8 units"):
        as_alone(tmp_path, replace(WORK, printed=printed))


@pytest.mark.parametrize("arguments", [["--sizes", "5"], ["--only", "nobody"], ["--sizes", "2"]])
def test_a_wrong_command_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_what_was_measured_is_whole() -> None:
    found = json.loads((SHOWN / FILE).read_text(encoding="utf-8"))
    assert datetime.fromisoformat(found["finished"]).tzinfo is not None
    assert set(found["machine"]) == {"processor", "cores", "memory", "system"}
    assert {"python", "keras", "mkdocs", "sphinx"} <= set(found["versions"])
    sizes = {int(size): entries for size, entries in found["sizes"].items()}
    assert sorted(sizes) == [24, 96, 960]
    assert set(sizes[24]) == {contestant.name for contestant in CONTESTANTS}
    for size, entries in sizes.items():
        assert set(entries) | set(found["left_out"][str(size)]) == set(sizes[24])
        for contestant in CONTESTANTS:
            if contestant.name in entries:
                scenarios = entries[contestant.name]["scenarios"]
                assert tuple(scenarios) == contestant.scenarios
                for took in scenarios.values():
                    assert len(took["seconds"]) == len(took["peak"]) > 0
                    assert min(took["seconds"]) > 0
    assert set(found["saved"]) == set(found["sizes"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_promises_what_it_should(language: str) -> None:
    page = BOOK.pages[language, "speed.md"]
    assert {claim.expression for claim in page.claims if claims.as_comparison(claim.expression)} == BOUNDS
