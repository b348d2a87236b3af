"""Whatever ends a build is told in words, with its file and line."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any, NoReturn

import pytest

from proof.common.complaint import BookError
from proof.site import workshop
from tests.commands.shelf import PAGE, Shelf, wait_until

TITLE = PAGE.format(name="n10")
UNTITLED = PAGE.format(name="n10").replace("---\ntitle: Keras\n---\n", "")
FIRST = PAGE.format(name="n10").replace("---\ntitle: Keras\n---\n# Hello\n\n", "")
HOOK = "def on_env(env, config, files):\n    1 / 0\n"
#: What is changed, by file: what is added to it, or what it holds instead; and what the build says.
BAD: dict[str, tuple[str, str | bytes, str]] = {
    "settings that are no YAML": (
        "mkdocs.yml",
        "+foo: [x\n",
        r"mkdocs\.yml:\d+: not YAML: expected ',' or '\]'",
    ),
    "settings with a tab": ("mkdocs.yml", "+\tfoo: x\n", r"mkdocs\.yml:\d+: not YAML: "),
    "settings with a tag": ("mkdocs.yml", "+foo: !NO x\n", r"mkdocs\.yml:\d+: not YAML: could not determine"),
    "settings in conflict": ("mkdocs.yml", "+<<<<<<< HEAD\n", r"mkdocs\.yml:\d+: git left both versions"),
    "settings that are no text": ("mkdocs.yml", b"\xff\xfe", r"mkdocs\.yml:1: not UTF-8 text"),
    "settings that are a list": ("mkdocs.yml", "- a\n", r"mkdocs\.yml:1: "),
    "no settings": ("mkdocs.yml", "", r"mkdocs\.yml:1: these settings cannot be used, for the reasons above"),
    "an unknown plugin": (
        "mkdocs.yml",
        "plugins: [nosuch]\n",
        r"mkdocs\.yml:1: these settings cannot be used",
    ),
    "an option of nothing": ("mkdocs.yml", "-jobs", r"option 'jobs': Expected a number from 1 on"),
    "no plugin of ours": ("mkdocs.yml", "site_name: x\nplugins: [search]\n", r"mkdocs\.yml:1: .* no plugin"),
    "English settings that are no YAML": ("mkdocs.en.yml", "+foo: [x\n", r"mkdocs\.en\.yml:\d+: not YAML"),
    "a template that is none": ("theme/main.html", "+{% if %}\n", r"theme/main\.html:\d+: Expected an expr"),
    "a template that is no text": ("theme/main.html", b"\xff", r"theme/main\.html:1: not UTF-8 text"),
    "a template of nothing": (
        "theme/main.html",
        '{% extends "no.html" %}',
        r"theme/main.html:1: TemplateNotFound",
    ),
    "a template that divides": (
        "theme/partials/logo.html",
        "{{ 1 / 0 }}",
        r"logo\.html:1: ZeroDivisionError",
    ),
    "a template that asks nobody": (
        "theme/partials/logo.html",
        "{{ a.b.c }}",
        r"logo\.html:1: UndefinedError",
    ),
    "an English template": (
        "theme/partials/logo.html",
        "{% if config.theme.language == 'en' %}{{ a.b.c }}{% endif %}",
        r"theme/partials/logo\.html:1: UndefinedError",
    ),
    "a hook that fails": ("h.py", HOOK, r"h\.py:2: ZeroDivisionError: division by zero"),
    "a seal that is none": ("theme/assets/seal.svg", "x", r"theme/assets/seal\.svg:1: the seal is not drawn"),
    "a font that is none": ("docs/card-font.otf", b"x", r"docs/card-font\.otf:1: this is no font"),
    "a term without English": (
        "docs/glossary.toml",
        '[[term]]\nzh = "x"\n',
        r"docs/glossary\.toml:1: `en` of",
    ),
    "names that are no text": ("docs/names.txt", b"\xff", r"docs/names\.txt:1: not UTF-8 text"),
    "a day that is none": ("docs/reached.txt", b"https://a.org = soon\n", r"docs/reached\.txt:1: a line is"),
    "pairs that are no text": ("docs/aligned.txt", b"\xff", r"docs/aligned\.txt:1: not UTF-8 text"),
    "an unknown field": (
        "snippets/try/n10.py",
        '# /// script\n# [tool.proof]\n# fresh = true\n# volatile = ["no"]\n# ///\nprint(1)\n',
        r"snippets/try/n10\.py:1: volatile “no” is not one of: site-packages",
    ),
    "a title that is no YAML": (
        "pages",
        TITLE.replace("title: Keras", 'title: "a'),
        r"docs/zh/index\.md:3: the front matter is not YAML",
    ),
    "a title of nothing": (
        "pages",
        TITLE.replace("title: Keras", "title: null"),
        r"docs/zh/index\.md:2: title is one line of words",
    ),
    "no title": ("pages", UNTITLED, r"docs/zh/index\.md:1: a page begins with front matter"),
    "a block first": ("pages", FIRST, r"docs/zh/index\.md:1: a page begins with front matter"),
    "a page that is no text": ("docs/zh/index.md", b"\xff", r"docs/zh/index\.md:1: not UTF-8 text"),
    "a copy of a page": ("docs/zh/index.md~", "x", r"docs/zh/index\.md~:1: this is a copy that would be"),
}


#: Those that MkDocs's own command is given, too. What it says of its own settings is its own.
BY_MKDOCS = {"a template that is none", "an English template", "a hook that fails", "names that are no text"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a book with its site, to be copied."""
    shelf = Shelf(tmp_path_factory.mktemp("faults"), 1)
    shelf.publish(index=PAGE.format(name="n10"))
    assert shelf.built().startswith("0: ")
    return shelf.root


@pytest.fixture
def shelf(built: Path, tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, 1)
    shutil.rmtree(shelf.root)
    shutil.copytree(built, shelf.root)
    yield shelf
    wait_until(lambda: not shelf.processes())


def change(shelf: Shelf, path: str, held: str | bytes) -> None:
    """Have the file at *path* be what *held* says."""
    file = shelf.root / path
    if path == "pages":
        for language in ("zh", "en"):
            shelf.write(f"docs/{language}/index.md", str(held))
        shelf.align()
    elif isinstance(held, bytes):
        file.write_bytes(held)
    elif held == "-jobs":
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("    other_half", "    jobs: -1\n    other_half"), encoding="utf-8")
    elif held.startswith("+"):
        file.write_text(file.read_text(encoding="utf-8") + held[1:], encoding="utf-8")
    else:
        shelf.write(path, held)
    if path == "h.py":
        settings = (shelf.root / "mkdocs.yml").read_text(encoding="utf-8")
        shelf.write("mkdocs.yml", "hooks: [h.py]\n" + settings)


@pytest.mark.parametrize("case", BAD)
def test_a_build_ends_in_words(shelf: Shelf, case: str) -> None:
    path, held, message = BAD[case]
    before = {file: file.read_bytes() for file in (shelf.root / "docs").rglob("*") if file.is_file()}
    change(shelf, path, held)
    said = shelf.built()
    assert said.startswith("1: "), said
    assert re.search(message, said), said
    assert "Traceback" not in said
    assert "engine itself" not in said
    assert 'File "' not in said
    if case in BY_MKDOCS:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        done = subprocess.run(
            command, cwd=shelf.root, env=shelf.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert re.search(message, done.stderr), done.stderr
        assert "Traceback" not in done.stderr
    for file, content in before.items():
        file.write_bytes(content)
    assert all(file.is_file() for file in before)


@pytest.mark.parametrize(
    "case", ["settings that are no YAML", "a template that is none", "names that are no text"]
)
def test_a_slip_while_serving_is_one_line_and_mended_by_the_next_change(shelf: Shelf, case: str) -> None:
    path, held, message = BAD[case]
    file = shelf.root / path
    whole = file.read_bytes() if file.exists() else b""
    log = shelf.root.parent / "log"
    with log.open("w") as stream:
        code = "import sys; from proof.site.serve import main; sys.exit(main())"
        with subprocess.Popen(
            [sys.executable, "-c", code, "--root", str(shelf.root), f"127.0.0.1:{port()}"],
            cwd=shelf.root,
            env=shelf.environment,
            stderr=stream,
            stdout=stream,
        ) as process:
            wait_until(lambda: "Serving on" in log.read_text(), seconds=60)
            time.sleep(1)
            change(shelf, path, held)
            wait_until(lambda: bool(re.search(message, log.read_text())), seconds=60)
            file.write_bytes(whole)
            wait_until(lambda: "Reloading browsers" in log.read_text().partition("rebuild")[2], seconds=60)
            process.terminate()
    said = log.read_text()
    assert "Traceback" not in said
    assert len(re.findall(message, said)) == 1


def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def test_what_is_imported_beside_a_build_ends_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = Event()

    def slowly() -> None:
        time.sleep(0.2)
        imported.set()

    class Press:
        def edition(self, tell: Any) -> NoReturn:
            tell(0, 1, "")
            tell(0, 1, "")
            raise BookError("it ends here")

    monkeypatch.setattr(workshop, "warm_up", slowly)
    failing: Any = workshop.Workshop()
    failing.press, failing.serving = Press(), True
    with pytest.raises(BookError, match="it ends here"):
        failing.open(tmp_path, "https://example.org/")
    assert imported.is_set()
