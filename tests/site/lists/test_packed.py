"""The copy to take along: its pages name the files that they lead to, its Markdown is linked within it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from proof.site.lists.packed import FIRST, near, on_disk, pack

SITE = "https://book.example/keras/"
CODE = re.compile(r"(?ms)^ *(`{3,}).*?^ *\1$|`[^`\n]+`")


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../fit/", "../fit/index.html"),
        ("../fit/#train", "../fit/index.html#train"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("../", "../index.html"),
        ("en/", "en/index.html"),
        ("#train", "#train"),
        ("../fit.ipynb", "../fit.ipynb"),
        ("https://keras.io/", "https://keras.io/"),
    ],
)
def test_a_link_to_a_folder_names_the_page_in_it(link: str, named: str) -> None:
    page = on_disk(f'<a class="x" href="{link}">x</a></body>', "mnist/index.html")
    assert page.startswith(f'<a class="x" href="{named}">x</a>')
    assert '<script src="../assets/disk.js"' in page


@pytest.mark.parametrize(
    ("name", "address", "way"),
    [
        ("fit.md", "losses/", "losses.md"),
        ("fit.md", "losses/#logits", "losses.md#logits"),
        ("fit.md", "fit/", "fit/index.html"),
        ("fit.md", "fit/#train-code", "fit/index.html#train-code"),
        ("fit.md", "", "index.md"),
        ("fit.md", "fit.ipynb", "fit.ipynb"),
        ("index.md", "", "index.html"),
        ("en/fit.md", "en/losses/", "losses.md"),
        ("en/fit.md", "en/", "index.md"),
        ("en/fit.md", "fit/", "../fit.md"),
        ("llms.txt", "fit.md", "fit.md"),
        ("llms.txt", "en/llms.txt", "en/llms.txt"),
        ("en/llms.txt", "en/fit.md", "fit.md"),
    ],
)
def test_markdown_leads_to_its_neighbours(name: str, address: str, way: str) -> None:
    assert near(f"[x]({SITE}{address})", name, SITE) == f"[x]({way})"


def test_what_is_packed_leads_nowhere_but_into_the_zip(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "site.zip")
    (address,) = re.findall(
        '<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8")
    )
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        names = set(packed.namelist())
        assert packed.namelist()[0] == FIRST
        texts = {name: packed.read(name).decode() for name in names if name.endswith((".md", "llms.txt"))}
        pages = {name: packed.read(name).decode() for name in names if name.endswith(".html")}
    assert len(texts) > 100
    for name, text in texts.items():
        assert address not in text, name
        words = CODE.sub("", text)
        for way in re.findall(r"\]\(([^()\s#:]+)(?=[)#\s])", words):
            assert resolved(name, way) in names, f"{name}: {way}"
    for name, html in pages.items():
        for way in re.findall(r'<a\b[^>]*?\shref="([^":#]+)(?=[#"])', html):
            assert name.endswith("404.html") or resolved(name, way) in names, f"{name}: {way}"


def resolved(name: str, way: str) -> str:
    """The file to which *way* leads from the file *name*."""
    parts: list[str] = []
    for part in [*name.split("/")[:-1], *way.split("/")]:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
