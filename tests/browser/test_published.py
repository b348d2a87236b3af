"""What a published site offers beside its pages: a copy to take along, and a way to report a mistake."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from conftest import BOOK
from proof.site.lists.packed import FIRST
from tests.browser.conftest import PUBLISHED, Site


@pytest.mark.parametrize(("home", "says"), [("", "从硬盘打开"), ("en/", "opened from a disk")])
def test_a_copy_is_read_from_a_disk_with_a_double_click(
    page: Page, site: Site, tmp_path: Path, home: str, says: str
) -> None:
    with zipfile.ZipFile(site.folder / PUBLISHED["OFFLINE"]) as packed:
        packed.extractall(tmp_path)
    root = f"{(tmp_path / 'site').as_uri()}/"
    page.goto(f"{root}{home}index.html")
    page.locator("#map-build + ul a").nth(1).click()
    expect(page).to_have_url(f"{root}{home}sequential/index.html")
    expect(page.locator(".disk")).to_contain_text(says)
    expect(page.locator(".md-header")).to_have_css("position", "sticky")  # it has its style
    page.locator("a.claim:visible").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(".other-language").click()
    other = "en/" if not home else ""
    expect(page).to_have_url(re.compile(re.escape(f"{root}{other}sequential/index.html")))
    page.goto(f"{root}{home}counting/index.html#calculator")
    expect(page.locator(".calculator")).to_contain_text("model.summary()", use_inner_text=True)


@pytest.fixture
def copy(page: Page, site: Site, tmp_path: Path) -> Iterator[str]:
    """Give the address of a copy that a reader has downloaded, unpacked and served as the page says."""
    page.goto(f"{site.address}en/")
    line = page.locator(".md-copyright")
    with page.expect_download() as download:
        line.locator("a").first.click()
    with zipfile.ZipFile(download.value.path()) as packed:
        assert packed.namelist()[0] == FIRST
        packed.extractall(tmp_path)
    says = (tmp_path / FIRST).read_text(encoding="utf-8")
    assert line.locator("code").inner_text() in says
    folder = tmp_path / "site"
    _, *module = line.locator("code").inner_text().split()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, *module, str(port), "--bind", "127.0.0.1"], cwd=folder, stderr=subprocess.DEVNULL
    ) as server:
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def test_a_copy_is_read_without_the_site(page: Page, copy: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(copy)
    page.locator("#map-build + ul a").nth(1).click()
    page.locator("a.claim:visible").first.click()
    page.locator(".card:popover-open a").click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(".other-language").click()
    expect(page).to_have_url(re.compile(f"{copy}en/sequential/"))
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("parameters")
    page.keyboard.press("Shift")
    expect(page.locator("a.md-search-result__link").first).to_have_attribute(
        "href", re.compile(f"{copy}en/counting/")
    )
    page.goto(f"{copy}mnist/", wait_until="networkidle")
    assert failed == []
    assert {urlsplit(address).netloc for address in asked} == {urlsplit(copy).netloc}


@pytest.mark.parametrize("path", ["counting/", "en/counting/"])
def test_a_mistake_is_reported_with_what_is_known_of_the_page(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)
    asked = urlsplit(str(page.locator(".report a[href*='/issues/']").get_attribute("href")))
    assert f"{asked.scheme}://{asked.netloc}{asked.path}" == f"{PUBLISHED['REPOSITORY_URL']}/issues/new"
    (title,), (body,) = parse_qs(asked.query)["title"], parse_qs(asked.query)["body"]
    assert page.locator("article h1").evaluate("heading => heading.firstChild.textContent").strip() in title
    assert "counting.md" in title
    assert site.address + path in body
    assert page.locator(".verified").inner_text() in body
    assert ("Page:" in body) == path.startswith("en/")


@pytest.mark.parametrize(
    ("path", "name"), [("", "keras-proven.zh.epub"), ("en/mnist/", "keras-proven.en.epub")]
)
def test_a_book_is_offered(page: Page, site: Site, path: str, name: str) -> None:
    page.goto(site.address + path)
    book = page.locator(".md-copyright a").nth(1)
    assert book.evaluate("link => link.href").endswith(f"/{name}")
    expect(book).to_be_visible()


def test_the_source_of_the_site_and_of_each_page_is_linked(page: Page, site: Site) -> None:
    for path, source in (
        ("counting/", "docs/zh/counting.md"),
        ("en/counting/", "docs/en/counting.md"),
        ("en/exercises-start/", "snippets/notebooks/exercises-start.py"),
    ):
        page.goto(site.address + path)
        expect(page.locator(".source a")).to_have_attribute("href", PUBLISHED["REPOSITORY_URL"])
        edit = f"{PUBLISHED['REPOSITORY_URL']}/edit/main/{source}"
        expect(page.locator(".report a").nth(1)).to_have_attribute("href", edit)


def test_each_page_has_the_way_to_report_and_a_page_that_is_not_there_has_none(site: Site) -> None:
    for (language, _), page in BOOK.pages.items():
        assert site.html(("en/" if language == "en" else "") + page.folder).count('class="report"') == 1
    assert "issues/new" not in site.html("404.html")
