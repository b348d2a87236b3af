"""Each button prints the record of its page; code that a reader changes, what it prints elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.live.reader import (
    SAME,
    block,
    buttons,
    otherwise,
    pages_with_buttons,
    press,
    run,
    shown,
    write,
)

#: Of the other language, whose blocks are the same, some pages.
SAMPLE = ["sequential/", "counting/", "errors-shapes/", "try/"]
MODEL = "en/sequential/"


def test_there_are_as_many_buttons_in_both_languages(site: Site) -> None:
    counts = {
        language: [len(buttons(site, path)) for path in pages_with_buttons(language)]
        for language in ("zh", "en")
    }
    assert counts["zh"] == counts["en"]
    scripts = {script for path in pages_with_buttons("en") for _, script, _ in buttons(site, path)}
    assert len(scripts) >= 59


@pytest.mark.parametrize("path", [*pages_with_buttons("en"), *SAMPLE])
def test_each_button_prints_the_record(page: Page, site: Site, path: str) -> None:
    if not buttons(site, path):
        pytest.skip("nothing on this page may run in a browser")
    assert otherwise(page, site, path) == {}
    assert page.evaluate("seen.violations") == []


def test_code_that_a_reader_changes_prints_what_tensorflow_prints(page: Page, site: Site) -> None:
    page.goto(site.address + MODEL)
    place = block(page, "from-list")
    assert run(place).verdict == SAME["en"]
    code = place.locator("textarea").input_value().replace("Dense(32)", "Dense(64)")
    write(place, code)
    seen = run(place)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert seen.output == done.stdout
    assert "50,890" in seen.output
    assert seen.verdict == "The code is changed; 5 lines differ from this page’s record."
    place.locator("summary").click()
    expect(place.locator(".live__old").first).to_contain_text("25,120")
    expect(place.locator(".live__new").first).to_contain_text("50,240")

    place.get_by_role("button", name="Reset").click()
    expect(place.locator("textarea")).to_be_focused()
    assert run(place).verdict == SAME["en"]


def test_sections_of_a_script_share_what_the_reader_makes_of_them(page: Page, site: Site) -> None:
    path, first, second = next(
        (path, one, other)
        for path in pages_with_buttons("en")
        for one, other in zip(buttons(site, path), buttons(site, path)[1:], strict=False)
        if one[2] and other[2] and one[1] == other[1]
    )
    page.goto(site.address + path)
    press(block(page, first[0]))
    shown(block(page, first[0]))
    write(block(page, first[0]), "print('mine')\nmine = 1")
    assert run(block(page, first[0])).output == "mine\n"
    press(block(page, second[0]))
    shown(block(page, second[0]))
    write(block(page, second[0]), "print(mine)")
    assert run(block(page, second[0])).output == "1\n"


def test_an_error_is_shown_as_python_prints_it_and_its_line_is_marked(page: Page, site: Site) -> None:
    page.goto(site.address + MODEL)
    place = block(page, "from-list")
    run(place)
    write(place, "a = 1\nprint('x' * 3)\na / 0\n")
    seen = run(place)
    assert seen.output.startswith("xxx\nTraceback (most recent call last):\n")
    assert seen.output.endswith("ZeroDivisionError: division by zero\n")
    assert seen.status == "ZeroDivisionError in line 3"
    expect(place.locator(".live__wrong")).to_have_text("a / 0\n")
    write(place, "print('1/2 \\x1b[32m=>\\x1b[0m\\r2/2 ==', 'ab\\b\\bcd')")
    assert run(place).output == "2/2 == cd\n"
    expect(place.locator(".live__wrong")).to_have_count(0)


@pytest.mark.parametrize(("path", "words"), [("sequential/", "不能训练"), ("en/sequential/", "cannot train")])
def test_training_says_what_it_needs_and_leads_to_the_notebook(
    page: Page, site: Site, path: str, words: str
) -> None:
    page.goto(site.address + path)
    place = block(page, "from-list")
    run(place)
    fit = "import numpy as np\nmodel.compile(loss='mse')\nmodel.fit(np.zeros((2, 784)), np.zeros((2, 10)))\n"
    write(place, f"{place.locator('textarea').input_value()}\n{fit}")
    seen = run(place)
    assert words in seen.status
    assert "NotImplementedError" in seen.output
    link = place.locator(".live__bar a[download]")
    assert (
        json.loads((site.folder / path / "../sequential.ipynb").resolve().read_text("utf-8"))["nbformat"] == 4
    )
    with page.expect_download() as download:
        link.click()
    assert json.loads(download.value.path().read_text("utf-8"))["nbformat"] == 4
