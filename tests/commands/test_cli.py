"""The command line, as a stranger meets it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from proof.__main__ import main
from proof.run import LANES
from tests.commands.shelf import FRESH, wait_until

SNIPPET = "snippets/try/hello.py"
PAGE = f"""---
title: Hello
---
# Hello

``` {{ .python #hello }}
--8<-- "{SNIPPET}"
```

``` {{ .text }}
--8<-- "snippets/try/hello.now.txt:stdout"
```

It is [{{number}}](#hello "6 * 7 * len([__file__])").
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    for language in ("zh", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text(PAGE.replace("{number}", "42"))
    (tmp_path / "snippets/try").mkdir(parents=True)
    (tmp_path / SNIPPET).write_text("print('hello')\n")
    return tmp_path


@pytest.fixture
def quick(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the same book with a Keras that is a version number and no more, so that commands are quick."""
    monkeypatch.setitem(vars(LANES["now-tensorflow"]), "preload", ())
    for library in ("keras", "tensorflow"):
        put(book, f"snippets/try/{library}/__init__.py", "__version__ = '0'\n")
    (book / SNIPPET).write_text(FRESH + "print('hello')\n")
    return book


def put(quick: Path, path: str, text: str | bytes | None) -> None:
    """Have *path* hold *text*; nothing at all, or a folder if there is none."""
    file = quick / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        file.unlink(missing_ok=True)
        file.mkdir()
    else:
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))


def test_from_a_new_snippet_to_a_true_page(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(book)]
    assert main([*root, "check"]) == 1
    assert "there is no such record" in capsys.readouterr().out
    assert main([*root, "promote", "try/hello"]) == 0
    assert "wrote snippets/try/hello.now.txt" in capsys.readouterr().out
    assert main([*root, "align", "index.md"]) == 2
    asked = capsys.readouterr()
    assert asked.err.endswith("`proof align index.md --yes 5`\n")
    assert asked.out.count("── docs/zh/index.md:") == asked.out.count("── docs/en/index.md:") == 5
    assert main([*root, "align", "index.md", "--yes", "4"]) == 2
    capsys.readouterr()
    assert main([*root, "align", "index.md", "--yes", "5"]) == 0
    assert capsys.readouterr().err == "5 pairs of blocks are newly in line\n"
    assert main([*root, "check"]) == 0
    said = capsys.readouterr().err
    assert said.startswith(
        "2 pages, 4 fences (0 with a reason), 2 claims, 0 pictures, 1 snippets, 2 runs in now-"
    )
    assert said.endswith(": 0 problems\n")

    (book / SNIPPET).write_text("print('goodbye')\n")
    assert main([*root, "check"]) == 1
    said = capsys.readouterr().out
    assert "-hello" in said
    assert "+goodbye" in said
    assert main([*root, "promote"]) == 0
    assert "+goodbye" in capsys.readouterr().out
    assert main([*root, "promote"]) == 0
    assert "0 records written" in capsys.readouterr().err

    assert main([*root, "new", "try/next_one"]) == 0
    assert '--8<-- "snippets/try/next_one.now.txt:stdout"' in capsys.readouterr().out
    assert main([*root, "new", "try/next_one"]) == 2
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["try/hello", "try/hello.py", SNIPPET, f"./{SNIPPET}"])
def test_run_prints_what_the_snippet_prints(
    quick: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["--root", str(quick), "run", name]) == 0
    assert capsys.readouterr().out == "hello\n"


def test_a_failing_snippet_is_neither_promoted_nor_hidden(
    quick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (quick / SNIPPET).write_text(FRESH + "print('a')\n1 / 0\n")
    assert main(["--root", str(quick), "run"]) == 1
    assert f"{SNIPPET}:6: in lane now-tensorflow it raised ZeroDivisionError" in capsys.readouterr().err
    assert main(["--root", str(quick), "promote"]) == 1
    assert "not promoted" in capsys.readouterr().err
    assert not (quick / "snippets/try/hello.now.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere"], "there is no snippet nowhere; there are:"),
        (["new", "Nowhere"], "is not CHAPTER/"),
    ],
)
def test_a_wrong_command_is_explained(
    book: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["--root", str(book), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_full_disk_is_one_message_and_no_damage(
    quick: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--root", str(quick), "promote"]) == 0
    record = quick / "snippets/try/hello.now.txt"
    before = record.read_bytes()
    (quick / SNIPPET).write_text(FRESH + "print('goodbye')\n")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    capsys.readouterr()
    assert main(["--root", str(quick), "promote"]) == 3
    assert capsys.readouterr().err == "No space left on device; nothing was changed half-way\n"
    assert record.read_bytes() == before
    assert [file.name for file in record.parent.iterdir() if file.name.startswith(".")] == []


def test_interrupting_says_so_and_leaves_no_process(quick: Path) -> None:
    source = "import os, time\nopen(__file__ + '.pid', 'w').write(str(os.getpid()))\ntime.sleep(50)\n"
    (quick / SNIPPET).write_text(FRESH + source)
    told = quick / f"{SNIPPET}.pid"
    # Where these tests run in the background, the shell has had interrupts ignored: undo that.
    heed = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    start = f"{heed}from proof.__main__ import main; sys.exit(main(['--root', {str(quick)!r}, 'run']))"
    command = [sys.executable, "-c", start]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: bool(told.read_text()))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said == "interrupted; every finished run is kept\n"
    wait_until(lambda: not lives(int(told.read_text())))


def test_a_killed_command_leaves_no_endless_snippet(quick: Path) -> None:
    source = "import os, time\nopen(__file__ + '.pid', 'w').write(str(os.getpid()))\ntime.sleep(50)\n"
    (quick / SNIPPET).write_text(FRESH + source)
    told = quick / f"{SNIPPET}.pid"
    command = [sys.executable, "-m", "proof", "--root", str(quick), "run"]
    with subprocess.Popen(command, cwd=ROOT) as process:
        wait_until(lambda: bool(told.read_text()))
        process.kill()
    wait_until(lambda: not lives(int(told.read_text())))


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


CONFLICT = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other branch\n"
ZH = "docs/zh/index.md"
#: Files that cannot be taken as they are, and what each command says of them.
BAD: dict[str, tuple[str, str | bytes | None, str]] = {
    "names that are no text": ("docs/names.txt", b"Keras 3\n\xff\n", "docs/names.txt:2: not UTF-8 text"),
    "names that are a folder": ("docs/names.txt", None, "docs/names.txt:1: this is a folder where a file is"),
    "a name that asks nobody": (
        "docs/names.txt",
        "\nKeras 3 = never keras\n",
        "docs/names.txt:2: behind “ = ”",
    ),
    "a name that asks for nothing": (
        "docs/names.txt",
        "Keras 3 = now-jax\n",
        "docs/names.txt:1: behind “ = ”",
    ),
    "names in conflict": ("docs/names.txt", "# a\n" + CONFLICT, "docs/names.txt:2: git left both versions"),
    "a glossary that is no TOML": ("docs/glossary.toml", "\n[[term]\n", "docs/glossary.toml:2: not TOML: "),
    "a glossary that is no text": ("docs/glossary.toml", b"\xff", "docs/glossary.toml:1: not UTF-8 text"),
    "a glossary in conflict": ("docs/glossary.toml", CONFLICT, "docs/glossary.toml:1: git left both"),
    "a glossary of one term": ("docs/glossary.toml", "term = 3\n", "docs/glossary.toml:1: each term begins"),
    "a term without English": (
        "docs/glossary.toml",
        '[[term]]\nzh = "x"\nen = ["x"]\n\n[[term]]\nzh = "y"\n',
        "docs/glossary.toml:5: `en` of the term y is a list of texts, as in",
    ),
    "a term with a text for a list": (
        "docs/glossary.toml",
        '[[term]]\nzh = "x"\nen = "x"\n',
        ":1: `en` of the",
    ),
    "a term of numbers": (
        "docs/glossary.toml",
        '[[term]]\nzh = 3\nen = ["x"]\n',
        ":1: a term has its Chinese",
    ),
    "a term with a slip": (
        "docs/glossary.toml",
        '[[term]]\nzh = "x"\nen = ["x"]\nnevr = []\n',
        "not know nevr",
    ),
    "a term that is introduced on no page": (
        "docs/glossary.toml",
        '[[term]]\nzh = "x"\nen = ["x"]\nintroduced = "#first"\n',
        "docs/glossary.toml:1: `introduced` of the term x is a section of a page, such as page.md#section",
    ),
    "pairs in conflict": (
        "docs/aligned.txt",
        "# a\n" + CONFLICT,
        "docs/aligned.txt:2: git left both versions",
    ),
    "a pair cut short": (
        "docs/aligned.txt",
        "index.md 0123456789ab\n",
        "docs/aligned.txt:1: this line is not a",
    ),
    "pairs that are no text": ("docs/aligned.txt", b"\xff\xfe", "docs/aligned.txt:1: not UTF-8 text"),
    "a page in conflict": (ZH, PAGE.replace("{number}", "42") + CONFLICT, f"{ZH}:15: git left both versions"),
    "half a conflict": (
        ZH,
        PAGE.replace("{number}", "42") + ">>>>>>> x\n",
        f"{ZH}:15: git left both versions",
    ),
    "a page that is no text": (ZH, b"# Hello\n\n\xff\n", f"{ZH}:3: not UTF-8 text (byte 0xff); save it as"),
    "a page that is a folder": ("docs/zh/x.md", None, "docs/zh/x.md:1: this is a folder, not a page"),
    "a page with a space": (
        "docs/zh/my page.md",
        "# A\n",
        "docs/zh/my page.md:1: “my page” is no name; names are",
    ),
    "a page with a dot": (
        "docs/en/v1.2.md",
        "# A\n",
        "docs/en/v1.2.md:1: “v1.2” is no name; names are made of",
    ),
    "a page that is no UTF-8 by name": (
        "docs/en/\udcff.md",
        "# A\n",
        "is no name; names are made of letters",
    ),
    "a snippet with a space": (
        "snippets/try/my one.py",
        "print(1)\n",
        "snippets/try/my one.py:1: “my one” is no",
    ),
    "a chapter with a space": (
        "snippets/my try/it.py",
        "print(1)\n",
        "snippets/my try/it.py:1: “my try” is no",
    ),
    "a snippet that is a folder": (
        "snippets/try/x.py",
        None,
        "snippets/try/x.py:1: this is a folder, not a scr",
    ),
    "a snippet that is no text": (SNIPPET, b"print('\xff')\n", f"{SNIPPET}:1: not UTF-8 text (byte 0xff)"),
    "a record that is a folder": (
        "snippets/try/hello.now.txt",
        None,
        "hello.now.txt:1: this is a folder where a",
    ),
    "a record that is no text": (
        "snippets/try/hello.now.txt",
        b"\xff",
        "hello.now.txt:1: not UTF-8 text; `python",
    ),
    "a copy of a page": (
        "docs/zh/index.md~",
        "# A\n",
        "docs/zh/index.md~:1: this is a copy that would be publis",
    ),
    "a settings file that is no text": ("mkdocs.yml", b"\xff", "mkdocs.yml:1: not UTF-8 text"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_taken_is_one_message_with_its_place(
    quick: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    path, text, message = BAD[case]
    # a menu is asked for where a page names the next one
    for page in (quick / ZH, quick / "docs/en/index.md"):
        page.write_text(PAGE.replace("{number}", "42") + "\nNext page: [a](a.md)\n")
    put(quick, path, text)
    before = {file: file.read_bytes() for file in quick.rglob("*.*") if file.is_file()}
    assert main(["--root", str(quick), "check"]) == 1
    said = "".join(capsys.readouterr())
    assert message in said
    assert said.count(message) == 1 or path.endswith("now.txt")
    for command in (["run"], ["align", "index.md"], ["promote", "try/hello"]):
        assert main(["--root", str(quick), *command]) in (0, 1, 2)
        said += "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert "engine itself" not in said
    kept = {file: file.read_bytes() for file in before if file.is_file()}
    assert {
        file: held for file, held in before.items() if kept[file] != held and held not in (b"\xff",)
    } == {}


def test_a_page_renamed_as_the_message_says_is_in_line(
    quick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(quick)]
    for language in ("zh", "en"):
        (quick / f"docs/{language}/我的 页.md").write_text(PAGE.replace("{number}", "42"), encoding="utf-8")
    assert main([*root, "promote"]) == 0
    capsys.readouterr()
    assert main([*root, "align", "我的 页.md", "--yes", "5"]) == 1
    said = capsys.readouterr().err
    name = said.partition(": “我的-")[2].partition("”")[0]
    for language in ("zh", "en"):
        (quick / f"docs/{language}/我的 页.md").rename(quick / f"docs/{language}/我的-{name}.md")
    assert main([*root, "align", "docs/zh/我的-页.md", "index.md", "--yes", "10"]) == 0
    assert main([*root, "check"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-j", "-1", "run"], "'-1' is not a whole number from 1 on"),
        (["-j", "0", "check"], "'0' is not a whole number from 1 on"),
        (["-j", "two", "check"], "'two' is not a whole number"),
        (["mutate", "--texts", "-3"], "'-3' is not a whole number from 0 on"),
        (["mutate", "--scripts", "-1"], "'-1' is not a whole number from 0 on"),
        (["soak", "--rounds", "0"], "'0' is not a whole number from 1 on"),
        (["align", "index.md", "--yes", "-4"], "'-4' is not a whole number from 0 on"),
    ],
)
def test_a_number_that_cannot_be_is_refused_where_it_is_read(
    quick: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--root", str(quick), *arguments])
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("_x", "is not CHAPTER/NAME"),
        ("try/_x", "it is a helper, which runs only where a snippet imports it"),
        ("try/sub/x", "is not CHAPTER/NAME"),
        ("try/my script", "“my script” is no name; names are made of letters of any language"),
        ("try/a.b", "“a.b” is no name"),
        (".hidden/a", "“.hidden” is no name"),
        ("../try/a", "is not CHAPTER/NAME"),
        ("notebooks/a", "CONTRIBUTING.md tells how one begins"),
        ("file/a", "snippets/file is a file; a chapter is a folder"),
        ("try/nul", "no file can be called “nul” on Windows; call it “nul-1”"),
    ],
)
def test_what_no_snippet_can_be_called_is_refused_before_it_is_written(
    quick: Path, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    (quick / "snippets/file").write_text("")
    before = sorted(quick.rglob("*"))
    assert main(["--root", str(quick), "new", name]) == 2
    assert message in capsys.readouterr().err
    assert sorted(quick.rglob("*")) == before


@pytest.mark.parametrize("name", ["层/序列", "try/B_2", "snippets/try/x.py"])
def test_what_a_new_snippet_says_to_do_next_can_be_done(
    quick: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["--root", str(quick), "new", name]) == 0
    path = re.search(r"proof promote ([^`]+)`", capsys.readouterr().out)
    assert path
    (quick / path[1]).write_text("print(1)\n")
    assert main(["--root", str(quick), "promote", path[1]]) == 0


@pytest.mark.parametrize(
    ("path", "include", "message"),
    [
        ("snippets/try/_h.py", "_h.py", "it is a helper, which runs only where a snippet imports it"),
        ("snippets/try/_h.py", "_h.now.txt:stdout", "_h.now.txt is the record of no snippet: it is a helper"),
        ("snippets/try/sub/x.py", "sub/x.py", "a snippet lies in snippets/CHAPTER/NAME.py; move it there"),
        ("snippets/try/sub/x.py", "sub/x.now.txt:stdout", "a snippet lies in snippets/CHAPTER/NAME.py; move"),
        ("snippets/x.py", "../x.py", "a snippet lies in snippets/CHAPTER/NAME.py; move it there"),
        ("snippets/try/a.b.py", "a.b.py", "“a.b” is no name"),
        ("snippets/try/a.b.py", "a.b.now.txt:stdout", "“a.b” is no name"),
        (
            "snippets/try/x",
            "helo.py",
            "there is no snippet snippets/try/helo.py; is snippets/try/hello.py meant?",
        ),
        ("snippets/try/x", "other.py", "there is no snippet snippets/try/other.py; `proof new try/other`"),
    ],
)
def test_what_is_shown_and_is_no_snippet_says_why(
    quick: Path, capsys: pytest.CaptureFixture[str], path: str, include: str, message: str
) -> None:
    put(quick, path, "print(1)\n")
    page = PAGE.replace("{number}", "42").replace(SNIPPET, f"snippets/try/{include}")
    for language in ("zh", "en"):
        (quick / f"docs/{language}/index.md").write_text(page)
    main(["--root", str(quick), "check"])
    said = capsys.readouterr().out
    told = re.findall(rf"(?:docs/zh/index.md:6|{re.escape(path)}:1): .*{re.escape(message)}", said)
    assert len(told) == 1, said


def test_a_lane_that_is_asked_for_and_not_installed_is_not_run(
    quick: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(LANES["now-jax"]), "added", quick / "nowhere")
    said = "NOT RUN: lane now-jax is not installed; `make lane-now-jax` installs it\n"
    for command in (["run"], ["run", "try/hello"], ["promote"]):
        assert main(["--root", str(quick), "--lane", "now-jax", *command]) == 3
        assert said in capsys.readouterr().err
    for lanes in (["now-jax", "now-tensorflow"], ["now-jax"]):
        chosen = [word for lane in lanes for word in ("--lane", lane)]
        assert main(["--root", str(quick), *chosen, "run"]) == 3
        assert said in capsys.readouterr().err
    assert main(["--root", str(quick), "promote"]) == 0
    (quick / "docs/aligned.txt").unlink(missing_ok=True)
    assert main(["--root", str(quick), "--lane", "now", "run"]) == 0
    assert said in capsys.readouterr().err


def command(quick: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "proof", "--root", str(quick), *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "cp1252"])
def test_a_terminal_that_lacks_a_character_shows_it_escaped(quick: Path, encoding: str) -> None:
    assert command(quick, "promote").returncode == 0
    for name in ("hello", "other"):
        (quick / f"snippets/try/{name}.py").write_text(FRESH + "print('🎉 “层”')\n", encoding="utf-8")
    done = command(quick, "promote", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert b"2 records written, 0 failed" in done.stderr
    assert b"\\U0001f389" in done.stdout
    assert "🎉" in (quick / "snippets/try/other.now.txt").read_text(encoding="utf-8")
    done = command(quick, "check", PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert b"nobody has brought this page" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_reader_who_leaves_stops_nothing(quick: Path) -> None:
    for number in range(30):
        (quick / f"snippets/try/m{number}.py").write_text(f"{FRESH}print({number})\n")
    line = f"{sys.executable} -m proof --root '{quick}'"
    for end in ("| head -1", "2>&1 | head -1", "| true", "2>&1 | true"):
        for record in quick.glob("snippets/try/*.txt"):
            record.unlink()
        script = f"{line} promote {end}; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert len(list(quick.glob("snippets/try/*.now.txt"))) == 31
        assert "Broken pipe" not in done.stdout + done.stderr
    script = f"{line} check | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1


def test_what_cannot_be_said_is_told_and_what_was_done_stays(quick: Path) -> None:
    script = f"{sys.executable} -m proof --root '{quick}' promote > /dev/full"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "what there was to say could not be written: No space left on device" in done.stderr
    assert (quick / "snippets/try/hello.now.txt").is_file()


def test_all_records_are_written_or_none(
    quick: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (quick / f"snippets/try/m{number}.py").write_text(f"print({number})\n")
    assert main(["--root", str(quick), "promote"]) == 0
    before = {file.name: file.read_bytes() for file in quick.glob("snippets/try/*.*")}
    for number in range(3):
        (quick / f"snippets/try/m{number}.py").write_text(f"print({number + 1})\n")
        before[f"m{number}.py"] = f"print({number + 1})\n".encode()
    (quick / "snippets/try/m3.py").write_text("print(3)\n")
    replace, done = Path.replace, list[Path]()

    def fails_at_the_third(self: Path, target: Path) -> Path:
        if target.suffix == ".txt":
            done.append(target)
            if len(done) == 3:
                raise OSError(28, os.strerror(28))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails_at_the_third)
        assert main(["--root", str(quick), "promote"]) == 3
    assert "nothing was changed half-way" in capsys.readouterr().err
    after = {file.name: file.read_bytes() for file in quick.glob("snippets/try/*.*")}
    after.pop("m3.py")
    assert after == before
    assert main(["--root", str(quick), "promote"]) == 0
    assert len(list(quick.glob("snippets/try/*.now.txt"))) == 5


def test_a_snippet_that_cannot_be_promoted_is_in_no_other_ones_way(
    quick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = '# /// script\n# [tool.proof]\n# volatile = ["nope"]\n# ///\nprint(1)\n'
    (quick / "snippets/try/a_bad.py").write_text(bad)
    assert main(["--root", str(quick), "promote"]) == 1
    said = capsys.readouterr()
    assert "not promoted: snippets/try/a_bad.py:1: volatile “nope” is not one of: site-packages" in said.err
    assert "wrote snippets/try/hello.now.txt" in said.out


def test_a_book_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path / "nowhere"), "check"]) == 2
    assert "there is no book at" in capsys.readouterr().err


def test_what_nobody_expected_is_one_line_and_kept_for_those_who_mend_it(
    quick: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("of the engine")

    monkeypatch.setattr("proof.__main__.run_all", breaks)
    assert main(["--root", str(quick), "check"]) == 4
    said = capsys.readouterr().err
    assert re.match(r"the engine itself failed: ZeroDivisionError: of the engine \(test_cli.py:\d+\); ", said)
    assert said.count("\n") == 1
    file = Path(said.partition("what led there is in ")[2].partition(";")[0])
    assert "Traceback" in file.read_text(encoding="utf-8")
    file.unlink()


def test_a_missing_python_is_one_line() -> None:
    make = shutil.which("make")
    assert make
    said = subprocess.run(
        [make, "-B", "setup", "PYTHON="], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode != 0
    assert said.stderr.splitlines()[0].startswith("Python 3.11, 3.12 or 3.13 is needed: `apt install")
