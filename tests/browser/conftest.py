"""The site as a reader's browser sees it: built once, served from a plain folder, and opened in Chromium.

A module that names its `BROWSERS` is opened in Firefox, too.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from conftest import BOOK, ROOT
from proof.site.lists.packed import pack

pytest.importorskip("playwright", reason="Playwright is not installed; `make test-browser` installs it")
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright

expect.set_options(timeout=20_000)


def installed(variable: str, *commands: str) -> str | None:
    """The browser that the environment names, or the first of these *commands* that there is."""
    return os.environ.get(variable) or next(filter(None, map(shutil.which, commands)), None)


CHROMIUM = installed("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
FIREFOX = installed("FIREFOX", "firefox-esr", "firefox")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
#: Where the site is published: below the root, as on GitHub Pages. The server has it at the root, too.
BELOW = "/some/folder"
#: What only a published site knows: where its sources are, and what its copy to take along is called.
PUBLISHED = {
    "REPOSITORY_URL": "https://github.com/someone/keras-proven",
    "OFFLINE": "keras-proven.zip",
    "EPUB": "keras-proven",
}
#: Each page of the book, and the two that say that there is no such page.
PAGES = [("" if language == "zh" else "en/") + page.folder for (language, _), page in BOOK.pages.items()]
MISSING = ["404.html", "en/404.html"]
#: Runs before anything of a page: it writes down what the page does wrong.
WATCH = """
window.seen = {violations: [], shift: 0}
document.addEventListener("securitypolicyviolation", (event) => {
  seen.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)
})
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value
}).observe({type: "layout-shift", buffered: true})
"""


class Folder(BaseHTTPRequestHandler):
    """Serves a folder, its text compressed, and its 404 page for what is not there; no more than hosts do."""

    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix(BELOW)
        file = self.root / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        found = file.is_file()
        kind, body = content(file if found else self.root / "404.html")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        if kind.startswith(("text/", "application/json", "image/svg")):
            self.send_header("Content-Encoding", "gzip")
            body = zipped(body)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Keep silent."""


def content(file: Path) -> tuple[str, bytes]:
    """The type and the bytes of *file*."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, file.read_bytes()


@cache
def zipped(body: bytes) -> bytes:
    """*body*, compressed as a host would."""
    return gzip.compress(body, 6)


@dataclass(frozen=True)
class Site:
    """The built site: its folder, and the address of the server."""

    folder: Path
    server: str

    @property
    def address(self) -> str:
        """Where the site is published."""
        return f"{self.server}{BELOW}/"

    def html(self, path: str) -> str:
        """The page at *path*."""
        file = self.folder / path
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the site as it is published, for the address at which it is then served."""
    folder = tmp_path_factory.mktemp("site")
    handler = type("Handler", (Folder,), {"root": folder})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        site = Site(folder, f"http://127.0.0.1:{server.server_port}")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
        variables = {**os.environ, **PUBLISHED, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site.address}
        built = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
        assert built.returncode == 0, built.stderr
        pack(folder, folder / PUBLISHED["OFFLINE"])
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


#: What a module names as its `BROWSERS` if its tests are for both.
BOTH = ("chromium", "firefox")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have the tests of a module open each of its browsers."""
    if "browser" in metafunc.fixturenames and hasattr(metafunc.module, "BROWSERS"):
        metafunc.parametrize("browser", metafunc.module.BROWSERS, indirect=True, scope="session")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start what speaks to the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium, or the browser that a module names."""
    if getattr(request, "param", "chromium") == "firefox":
        if FIREFOX is None:
            pytest.skip("Firefox is not installed: `apt install firefox-esr`, or name one in FIREFOX")
        try:
            browser = playwright.firefox.launch(executable_path=FIREFOX, channel="moz-firefox")
        except Error as error:
            if "unknown command" not in error.message:
                raise
            pytest.skip(f"{FIREFOX} is too old for Playwright: {error.message.splitlines()[0]}")
    else:
        if CHROMIUM is None:
            pytest.skip("Chromium is not installed: `apt install chromium`, or name one in CHROMIUM")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


#: What Playwright can have Chromium do for a page, and not Firefox, where it leaves the wish aside.
ASIDE: dict[tuple[str, Any], str] = {
    ("has_touch", True): "touch",
    ("color_scheme", "dark"): "dark colours",
    ("forced_colors", "active"): "forced colours",
    ("java_script_enabled", False): "scripts turned off",
}


def reader(browser: Browser, **settings: Any) -> BrowserContext:
    """Give a reader whose *browser* has these settings; where it cannot, the test is skipped."""
    if browser.browser_type.name == "firefox":
        for setting, what in ASIDE.items():
            if setting in settings.items():
                pytest.skip(f"not verified in Firefox: {what}, which Playwright cannot have there")
    return browser.new_context(**settings)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a reader who has never been here."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give a blank page."""
    return context.new_page()


@dataclass(frozen=True)
class Visit:
    """What happened while a page was opened: the requests, with their sizes, and what went wrong."""

    requests: dict[str, int]
    failed: list[str]
    console: list[str]
    violations: list[str]
    shift: float

    @property
    def weight(self) -> int:
        """The bytes that all its requests brought, compressed."""
        return sum(self.requests.values())


@pytest.fixture(scope="session")
def visit(browser: Browser) -> Callable[[str], Visit]:
    """Give what opens an address as a new reader does, and tells what happened; each is opened once."""

    @cache
    def visit(address: str) -> Visit:
        requests: dict[str, int] = {}
        statuses: dict[str, int] = {}
        failed: list[str] = []
        console: list[str] = []
        context = browser.new_context()
        context.add_init_script(WATCH)
        context.on("request", lambda request: requests.update({request.url: 0}))
        context.on("requestfailed", lambda request: failed.append(f"{request.url}: {request.failure}"))
        context.on("response", lambda answer: statuses.update({answer.url: answer.status}))
        context.on(
            "requestfinished",
            lambda request: requests.update({request.url: request.sizes()["responseBodySize"]}),
        )
        page = context.new_page()
        page.on("console", lambda message: console.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: console.append(str(error)))
        page.goto(address, wait_until="networkidle")
        seen = page.evaluate("seen")
        context.close()
        failed += [f"{address}: {status}" for address, status in statuses.items() if status >= 400]
        return Visit(requests, failed, console, seen["violations"], seen["shift"])

    return visit


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what tests have measured, which is never what they fail for."""
    for report in terminalreporter.getreports("passed"):
        for name, said in report.user_properties:
            if name == "told":
                terminalreporter.write_line(str(said))
