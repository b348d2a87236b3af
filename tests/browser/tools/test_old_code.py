"""A script that somebody pastes is marked, line by line, in the language of the page, and goes nowhere."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.book.old_code.marks import MARKS, scripts
from tests.browser.conftest import Site

#: What the keyboard types, and the lines that are marked.
TYPED = "from keras.layers.core import Dense as D\nlayer = D(8,\n  init='uniform')\nlayer(x)"
MARKED = [1, 3]
FRAME = "[...document.querySelectorAll('.old-code__lines > li')].flatMap((line, index) => "
NUMBERS = FRAME + "line.matches('.old-code__marked') ? [index + 1] : [])"


@pytest.mark.parametrize(
    ("path", "example", "words"),
    [
        ("old-code/", "放一段例子", ["报错", "意思变了", "今天写：", "详见："]),
        ("en/old-code/", "Put in an example", ["Fails", "Means something else", "Today:", "More:"]),
    ],
)
def test_it_marks_the_example_in_the_language_of_the_page_and_each_link_leads_somewhere(
    page: Page, site: Site, path: str, example: str, words: list[str]
) -> None:
    page.goto(f"{site.address}{path}")
    page.get_by_role("button", name=example).click()
    notes = page.locator(".old-code__note")
    expect(notes.first).to_be_visible()
    assert notes.count() > 12
    for word in words:
        expect(page.locator(".old-code__lines")).to_contain_text(word)
    expect(page.locator(".old-code [aria-live]")).to_contain_text("21")
    links = page.locator(".old-code__note a").evaluate_all("links => links.map(link => link.href)")
    assert links
    for link in sorted(set(links)):
        address, _, place = link.partition("#")
        html = site.html(address.removeprefix(site.address))
        assert f'id="{place}"' in html, link
    # A message opens the proof behind it, as in the table.
    notes.first.locator("a.claim").click()
    expect(page.locator("[popover]:popover-open")).to_be_visible()


def test_the_keyboard_is_enough_and_nothing_is_sent(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/old-code/")
    script = page.get_by_role("textbox", name="Paste your script here")
    script.focus()
    page.keyboard.insert_text("import keras")
    expect(page.locator(".old-code__lines li")).to_have_count(1)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(offline=True)  # what reads the syntax is there
    script.fill(TYPED)
    expect(page.locator(".old-code__note")).to_have_count(len(MARKED))
    assert page.evaluate(NUMBERS) == MARKED
    script.fill("import numpy")
    expect(page.locator(".old-code [aria-live]")).to_contain_text("no promise")
    script.fill("")
    expect(page.locator(".old-code [aria-live]")).to_contain_text("No code yet")
    assert asked == []
    assert page.evaluate("seen.violations") == []


def test_what_reads_the_syntax_is_fetched_when_somebody_has_pasted(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}en/old-code/", wait_until="networkidle")
    assert not any("parser.js" in address for address in asked)
    page.get_by_role("button", name="Put in an example").click()
    expect(page.locator(".old-code__note").first).to_be_visible()
    assert any("parser.js" in address for address in asked)


def test_the_page_marks_what_its_figure_counts(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/old-code/")
    for name in ("mnist_cnn", "unet", "dqn_agent"):
        script = scripts()[name].rstrip("\n")
        page.get_by_role("textbox", name="Paste your script here").fill(script)
        expect(page.locator(".old-code__lines > li")).to_have_count(script.count("\n") + 1)
        counted = json.loads(MARKS.read_text(encoding="utf-8"))[name]
        assert page.evaluate(NUMBERS) == sorted({line for lines in counted.values() for line in lines})


def test_nothing_is_wider_than_a_phone(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.address}old-code/")
    page.get_by_role("button", name="放一段例子").click()
    expect(page.locator(".old-code__note").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
