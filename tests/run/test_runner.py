"""What a snippet may do to itself, it does to nobody else; and it runs again only if it must."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from proof.record.records import render
from proof.run.lanes import FIXED, NOW
from proof.run.outcome import failure
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet

#: A lane that imports nothing, so that these tests are quick.
BARE = replace(NOW, preload=(), libraries=())


@pytest.fixture(scope="module")
def module_runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=2) as runner:
        yield runner


def request(root: Path, source: str, *expressions: str, name: str = "it") -> Request:
    path = f"snippets/try/{name}.py"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(source, encoding="utf-8")
    return Request(Snippet(root, path), BARE, expressions)


def run_one(runner: Runner, request: Request) -> Run:
    return runner.run([request])[request.name]


def seconds(limit: int) -> str:
    return f"# /// script\n# [tool.proof]\n# seconds = {limit}\n# ///\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x = 1\n\n1 / 0\n", "it.py:3: in lane now-tensorflow it raised ZeroDivisionError: division by zero"),
        ("x = (\n", "it.py:1: in lane now-tensorflow it raised SyntaxError"),
        ("import nothing_of_the_kind\n", "it.py:1: in lane now-tensorflow it raised ModuleNotFoundError"),
        (
            "print('a')\nimport ctypes\nctypes.string_at(0)\n",
            "it.py:3: in lane now-tensorflow it was killed by signal",
        ),
        ("import os\nprint('a', flush=True)\nos._exit(3)\n", "it ended by os._exit(3)\n    a"),
        ("import os\nos._exit(0)\n", "it ended by os._exit(0)"),
        ("import sys\nprint('a')\nsys.exit('no')\n", "it raised SystemExit: no"),
        (seconds(1) + "print('a')\nwhile True:\n    pass\n", "it did not end within 1 s"),
        (
            seconds(1) + "import time\nprint('a')\ntime.sleep(60)\n",
            "it.py:7: in lane now-tensorflow it did not end",
        ),
        ("while True:\n    print('x' * 100_000)\n", "it wrote more than a snippet may"),
        ("x = 1\n", "it printed nothing"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "signal 9 (SIGKILL)"),
        (
            "# /// script\n# [tool.proof]\n# raises = 'KeyError'\n# ///\nprint('a')\n",
            "it raised nothing, but its metadata says that it raises KeyError",
        ),
    ],
)
def test_a_failure_is_reported_with_its_place(
    module_runner: Runner, tmp_path: Path, source: str, message: str
) -> None:
    asked = request(tmp_path, source)
    wrong = failure(asked.snippet, run_one(module_runner, asked))
    assert wrong is not None
    assert message in wrong


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not bound a process's memory")
def test_running_out_of_memory_ends_the_snippet_alone(module_runner: Runner, tmp_path: Path) -> None:
    hungry = request(tmp_path, "print(len(bytearray(64 << 30)))\n", name="hungry")
    modest = request(tmp_path, "print('well')\n", name="modest")
    runs = module_runner.run([hungry, modest])
    assert "MemoryError" in str(failure(hungry.snippet, runs[hungry.name]))
    assert failure(modest.snippet, runs[modest.name]) is None


def test_all_failures_are_collected(module_runner: Runner, tmp_path: Path) -> None:
    asked = [request(tmp_path, f"print({n})\n1 / ({n} % 2)\n", name=f"n{n}") for n in range(6)]
    runs = module_runner.run(asked)
    assert [bool(failure(r.snippet, runs[r.name])) for r in asked] == [True, False] * 3


def test_output_is_captured_at_the_descriptors_in_utf8(module_runner: Runner, tmp_path: Path) -> None:
    source = "import os, subprocess\nprint('参数', flush=True)\nos.write(1, b'native\\n')\n"
    source += "subprocess.run(['echo', 'child'])\nos.write(2, b'warned\\n')\n"
    run = run_one(module_runner, request(tmp_path, source))
    assert (run.stdout, run.stderr) == ("参数\nnative\nchild\n", "warned\n")


def test_claims_are_evaluated_among_the_snippets_names(module_runner: Runner, tmp_path: Path) -> None:
    asked = request(tmp_path, "n = 3\nprint(n)\n", "n + 1", "(None, n)", "n / 0", "'a' * n", "print(n)")
    run = run_one(module_runner, asked)
    assert run.value("n + 1") == 4
    assert run.value("(None, n)") == (None, 3)
    assert run.value("'a' * n") == "aaa"
    assert run.stdout == "3\n"
    with pytest.raises(LookupError, match="ZeroDivisionError"):
        run.value("n / 0")


def test_an_expected_exception_is_a_record_of_type_and_message(module_runner: Runner, tmp_path: Path) -> None:
    asked = request(
        tmp_path,
        "# /// script\n# [tool.proof]\n# raises = 'KeyError'\n# ///\nprint(1)\n{}['acc']\n",
        "error.args",
    )
    run = run_one(module_runner, asked)
    assert failure(asked.snippet, run) is None
    assert run.value("error.args") == ("acc",)
    assert render(asked.snippet, run).endswith(
        "--8<-- [start:stdout]\n1\n--8<-- [end:stdout]\n"
        "--8<-- [start:error]\nKeyError: 'acc'\n--8<-- [end:error]\n"
    )


def test_the_surroundings_are_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("SURPRISE", "1")
    source = "import os\nfor k, v in sorted(os.environ.items()): print(k, v)\nprint(os.listdir())\n"
    with Runner(Store(tmp_path / "runs"), workers=1) as runner:
        lines = run_one(runner, request(tmp_path, source)).stdout.splitlines()
    assert lines[-1] == "[]"
    assert "COLUMNS 80" in lines
    assert not any(line.startswith("SURPRISE") for line in lines)
    assert {f"{k} {v}" for k, v in FIXED.items()} <= set(lines)


def test_a_snippet_cannot_see_the_engine_but_sees_its_own_folder(
    module_runner: Runner, tmp_path: Path
) -> None:
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / "snippets/try/_helper.py").write_text("WORD = 'helped'\n")
    asked = request(tmp_path, "from _helper import WORD\nprint(WORD, __name__)\nimport proof.book.book\n")
    run = run_one(module_runner, asked)
    assert run.stdout == "helped __main__\n"
    assert run.error is not None
    assert run.error["type"] == "ModuleNotFoundError"


def test_a_kept_run_serves_until_something_it_depends_on_changes(tmp_path: Path) -> None:
    folder = tmp_path / "snippets" / "try"
    folder.mkdir(parents=True)
    helper, data = folder / "_helper.py", folder / "data.txt"
    helper.write_text("WORD = 'one'\n")
    data.write_text("1")
    source = "import os, _helper\nprint(_helper.WORD, open(_helper.__file__[:-10] + 'data.txt').read())\n"
    ran: list[Run | None] = []

    def run(asked: Request) -> str:
        ran.clear()
        with Runner(Store(tmp_path / "runs"), workers=1) as runner:
            runs = runner.run([asked], lambda *told: ran.append(told[2]))
        return runs[asked.name].stdout

    asked = request(tmp_path, source)
    assert run(asked) == "one 1\n"
    assert ran
    assert run(request(tmp_path, source)) == "one 1\n"
    assert not ran
    helper.write_text("WORD = 'two'\n")
    assert run(request(tmp_path, source)) == "two 1\n"
    data.write_text("2")
    assert run(request(tmp_path, source)) == "two 2\n"
    assert run(request(tmp_path, source.replace("data", "data"), "1 + 1")) == "two 2\n"
    assert ran
    other_lane = replace(BARE, environment={**FIXED, "COLUMNS": "60"})
    run(replace(asked, lane=other_lane))
    assert ran


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00\xff", None])
def test_a_damaged_entry_counts_as_absent(
    module_runner: Runner, tmp_path: Path, damage: bytes | None
) -> None:
    asked = request(tmp_path, f"print({damage!r})\n")
    run = run_one(module_runner, asked)
    file = module_runner.store.file(asked.key)
    whole = file.read_bytes()
    kept = Store(module_runner.store.folder).get(asked.key, tmp_path)
    assert kept
    assert vars(kept) == vars(run)
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    later = Store(module_runner.store.folder)
    assert later.get(asked.key, tmp_path) is None
    module_runner.store = later
    assert run_one(module_runner, asked).stdout == run.stdout
    assert file.read_bytes() != damage


def test_what_a_snippet_starts_ends_with_it(module_runner: Runner, tmp_path: Path) -> None:
    source = "import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)\n"
    pid = int(run_one(module_runner, request(tmp_path, source)).stdout)
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if "Z" in Path(f"/proc/{pid}/stat").read_text().split()[2:3]:
            return
        time.sleep(0.1)
    pytest.fail("the process that the snippet started lives on")


@pytest.mark.parametrize(
    ("expression", "ended"),
    [
        ("sum(iter(int, 1))", "did not end within 1 s"),
        ("[None for _ in iter(int, 1)]", "did not end within 1 s"),
        ("__import__('time').sleep(50)", "did not end within 1 s"),
        ("__import__('os')._exit(3)", "ended by os._exit(3)"),
        ("__import__('os').abort()", "was killed by signal 6 (SIGABRT)"),
        ("__import__('ctypes').string_at(0)", "was killed by signal 11 (SIGSEGV)"),
        ("print('x' * 2**27)", "wrote more than a snippet may"),
    ],
)
def test_what_a_claim_does_to_the_process_is_told_of_the_claim(
    module_runner: Runner, tmp_path: Path, expression: str, ended: str
) -> None:
    source = seconds(1) + "n = 3\nprint(n)\n"
    asked = request(tmp_path, source, "0 + n", expression, "z or n")
    run = run_one(module_runner, asked)
    assert (run.stdout, run.exit, run.error) == ("3\n", "", None)
    assert failure(asked.snippet, run) is None
    assert run.values[expression] == {"error": ended, "unended": expression}
    assert run.values["0 + n"] == {"literal": "3"}
    assert run.values["z or n"] == {"error": ended, "unended": expression}
    assert not run.answered
    assert module_runner.store.get(asked.key, tmp_path) is None
    better = run_one(module_runner, request(tmp_path, source, "0 + n", "n"))
    assert better.answered
    assert better.value("n") == 3


@pytest.mark.parametrize("half", ["\\ud800", "\\udc80"])
def test_half_a_character_is_in_nobodys_way(module_runner: Runner, tmp_path: Path, half: str) -> None:
    source = f"# /// script\n# [tool.proof]\n# raises = 'ValueError'\n# ///\nraise ValueError('{half}')\n"
    asked = request(tmp_path, source, "str(error)")
    run = run_one(module_runner, asked)
    assert run.error is not None
    assert run.error["message"] == half
    assert half in render(asked.snippet, run)
    assert module_runner.store.get(asked.key, tmp_path) is run
    assert Store(module_runner.store.folder).get(asked.key, tmp_path) is not None
