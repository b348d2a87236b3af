"""What runs in a page asks nobody but this site, and needs nobody the second time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PAGES, Site, Visit
from tests.browser.live.reader import SAME, block, buttons, run, write

PATH = "en/sequential/"
BLOCK = "from-list"
#: Each way in which Python might reach another host, and what became of it.
ESCAPES = """
import js
from pyodide.code import run_js

def attempt(act):
    try:
        act()
    except BaseException as error:
        print("refused", type(error).__name__)

def xhr():
    request = js.XMLHttpRequest.new()
    request.open("GET", "{0}/xhr", False)
    request.send()

def urllib():
    import urllib.request
    urllib.request.urlopen("{0}/urllib", timeout=2)

attempt(xhr)
attempt(lambda: js.importScripts("{0}/imported.js"))
attempt(lambda: js.Worker.new("{0}/worker.js"))
attempt(lambda: js.WebSocket.new("{0}/socket".replace("http", "ws")))
attempt(lambda: js.EventSource.new("{0}/events"))
attempt(lambda: js.fetch("{0}/fetch"))
attempt(lambda: run_js("import('{0}/module.js')"))
attempt(lambda: run_js("navigator.sendBeacon?.('{0}/beacon')"))
attempt(urllib)
print("tried")
"""


@pytest.fixture
def other() -> Iterator[tuple[str, list[str]]]:
    """Give the address of another host, and what it was asked."""
    asked: list[str] = []

    class Log(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/favicon.ico":  # which a browser asks for by itself, some time after a visit
                asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_OPTIONS = do_GET  # noqa: N815 - the base class names them

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
            """Keep silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Log) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_python_reaches_no_other_host(page: Page, site: Site, other: tuple[str, list[str]]) -> None:
    address, asked = other
    page.goto(f"{address}/alive")
    assert asked.count("/alive") == 1
    asked.clear()
    page.goto(site.address + PATH)
    place = block(page, BLOCK)
    run(place)
    write(place, ESCAPES.format(address))
    seen = run(place)
    assert seen.output.endswith("tried\n"), seen.output
    page.wait_for_timeout(1000)
    assert asked == []


def test_the_second_time_needs_no_network(browser: Browser, site: Site) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.address + PATH)
        assert run(block(page, BLOCK)).verdict == SAME["en"]
        page.close()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/some/folder/live/**", lambda route: route.abort())
        page.goto(site.address + PATH)
        assert run(block(page, BLOCK)).verdict == SAME["en"]
        assert not [address for address in asked if address.endswith(".gz")]


@pytest.mark.parametrize("path", ["", "en/"])
def test_it_runs_in_any_folder(page: Page, site: Site, path: str) -> None:
    anchor = buttons(site, f"{path}sequential/")[0][0]
    page.goto(f"{site.server}/{path}sequential/")
    assert run(block(page, anchor)).verdict == SAME["en" if path else "zh"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_it_is_asked_for_before_the_click(
    site: Site, visit: Callable[[str], Visit], path: str
) -> None:
    asked = [address for address in visit(site.address + path).requests if "/live/" in address]
    assert [address for address in asked if "/assets/" not in address] == []
    assert path.endswith("try/") or asked == []


@pytest.mark.parametrize("path", PAGES)
def test_the_wider_policy_stands_on_pages_with_a_button_alone(site: Site, path: str) -> None:
    html = site.html(path)
    policy = html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    wide = "script-src 'self' 'wasm-unsafe-eval'" in policy and "worker-src 'self' blob:" in policy
    assert wide == bool(buttons(site, path))
    assert "'unsafe-eval'" not in policy


def test_without_javascript_there_is_no_button(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address + PATH)
        assert page.locator(".live__run").count() == 0
        assert page.locator("text=Copy the link").count() == 0
