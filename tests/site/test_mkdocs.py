"""The commands that any writer of MkDocs types, in a checkout that is set up, and in one that is not."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands.shelf import FRESH, PAGE, Shelf, contents, wait_until

#: The console script, which has no project on its path.
MKDOCS = Path(sys.executable).with_name("mkdocs")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    shelf = Shelf(tmp_path_factory.mktemp("mkdocs"), 2)
    shelf.publish(index=PAGE.format(name="n10"), more=PAGE.format(name="n11"))
    return shelf


def environment(shelf: Shelf) -> dict[str, str]:
    """The variables of a writer who has set nothing up but the checkout."""
    return {name: value for name, value in shelf.environment.items() if name != "PYTHONPATH"}


def mkdocs(shelf: Shelf, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(MKDOCS), *arguments]
    return subprocess.run(
        command, cwd=shelf.root, env=environment(shelf), capture_output=True, text=True, check=False
    )


def test_it_builds_the_site_that_we_build(shelf: Shelf) -> None:
    assert shelf.built().startswith("0: ")
    made = contents(shelf.root / "site")
    done = mkdocs(shelf, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert contents(shelf.root / "site") == made
    assert {"index.html", "en/more/index.html", "snippets/try/n10.py"} <= made.keys()


def test_a_build_of_what_is_kept_imports_nothing_that_it_can_do_without(shelf: Shelf) -> None:
    assert shelf.built().startswith("0: ")
    command = [sys.executable, "-X", "importtime", str(MKDOCS), "build"]
    done = subprocess.run(
        command, cwd=shelf.root, env=environment(shelf), capture_output=True, text=True, check=True
    )
    imported = set(re.findall(r"(?m)^import time:.*\| +(\S+)$", done.stderr))
    assert {"proof.site.workshop", "proof.press.edition"} <= imported
    assert imported.isdisjoint({"keras", "proof.check.judge", "proof.press.press"})


def test_a_book_that_is_not_true_leaves_the_site_as_it_was(shelf: Shelf) -> None:
    made = contents(shelf.root / "site")
    page = shelf.root / "docs/en/more.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("[42]", "[43]"), encoding="utf-8")
    done = mkdocs(shelf, "build", "--strict")
    page.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert (
        "docs/en/more.md:14: the page says 43, but 6 * 7 * len([__file__]) of snippets/try/n11.py is 42"
        in done.stderr
    )
    assert "the site is left as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(shelf.root / "site") == made


@contextmanager
def served(shelf: Shelf) -> Iterator[str]:
    """Serve the site with MkDocs's own command; give its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(MKDOCS), "serve", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=shelf.root, env=environment(shelf), stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def shows(address: str, word: str) -> bool:
    try:
        with urllib.request.urlopen(address) as answer:
            return word in answer.read().decode()
    except OSError:
        return False


EDITS = {
    "a Chinese page": ("docs/zh/more.md", "# Hello", "# Hello there", "more/"),
    "an English page": ("docs/en/more.md", "# Hello", "# Good morning", "en/more/"),
    "a script": ("snippets/try/n11.py", f"{FRESH}print('n11')", f"{FRESH}print('anew')", "more/"),
    "the record": ("snippets/try/n11.now.txt", "", "", "en/more/"),
    "a style": ("docs/assets/proof.css", "", ".anew{top:0}", "assets/proof.css"),
}


def test_it_serves_both_languages_and_follows_every_change(shelf: Shelf) -> None:
    with served(shelf) as address:
        wait_until(lambda: shows(f"{address}en/more/", "n11"))
        for path, before, after, page in EDITS.values():
            file = shelf.root / path
            text = file.read_text(encoding="utf-8")
            if before != after:
                file.write_text(text.replace(before, after) if before else text + after, encoding="utf-8")
                word = after.rpartition("# ")[2].rpartition("print(")[2].strip("')")
                wait_until(lambda page=page, word=word: shows(address + page, word))  # type: ignore[misc]
            else:
                wait_until(lambda: shows(f"{address}en/more/", "unpromoted"))
                assert shelf.said("promote", "try/n11").startswith("0: ")
                wait_until(lambda: not shows(f"{address}en/more/", "unpromoted"))
        folder = next(shelf.temporary.glob("mkdocs_*"))
        left = {name: text for name, text in contents(folder).items() if name != "sitemap.xml.gz"}
        again = shelf.root.parent / "again"
    code = (
        "from pathlib import Path; from proof.site.serve import Preview; "
        f"Preview(Path({str(shelf.root)!r}), Path({str(again)!r}), {address!r}).build()"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(shelf), check=True, capture_output=True)
    afresh = {name: text for name, text in contents(again).items() if name != "sitemap.xml.gz"}
    assert left.keys() == afresh.keys()
    assert [name for name in left if left[name] != afresh[name]] == []
    wait_until(lambda: not shelf.processes())


def test_a_port_that_is_taken_is_said_at_once(shelf: Shelf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = mkdocs(shelf, "serve", "-a", f"127.0.0.1:{port}")
    assert done.returncode == 1
    assert f"127.0.0.1:{port}: Address already in use; choose another" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_that_is_wrong_is_said_in_one_line(shelf: Shelf) -> None:
    settings = shelf.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("    language: zh\n    other", "    language: de\n    other"), encoding="utf-8"
    )
    done = mkdocs(shelf, "build", "--strict")
    settings.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "Plugin 'proof' option 'language': Expected one of: ('zh', 'en') but received: 'de'" in done.stderr


def test_a_checkout_that_is_not_set_up_is_said_in_one_line(shelf: Shelf, tmp_path: Path) -> None:
    bare = tmp_path / "checkout"
    shutil.copytree(shelf.root, bare, ignore=shutil.ignore_patterns(".venv", "site", ".cache"))
    done = subprocess.run(
        [str(MKDOCS), "build"], cwd=bare, env=environment(shelf), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "made by make setup" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
