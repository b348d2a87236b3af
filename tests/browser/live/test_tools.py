"""A claim that a reader tries, a page for code of the reader's own, and the calculator that asks Keras."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.live.reader import PATIENCE, SAME, block, run, shown, write

MODEL = {"zh": "sequential/", "en": "en/sequential/"}
COUNT = "784 × 32 + 32 = 25,120"


@pytest.mark.parametrize(
    ("language", "button", "said"),
    [
        ("zh", "试一试", ["在这里：25,120，与上面一致", "在这里（代码改过）：50,240"]),
        ("en", "Try it", ["Here: 25,120, the same as above", "Here, with the code changed: 50,240"]),
    ],
)
def test_a_claim_is_tried_in_the_run_of_its_block(
    page: Page, site: Site, language: str, button: str, said: list[str]
) -> None:
    page.goto(site.address + MODEL[language])
    claim = page.locator("a.claim", has_text=COUNT).first
    claim.click()
    card = page.locator(".card:popover-open")
    card.get_by_role("button", name=button).click()
    expect(card.locator(".card__answer")).to_have_text(said[0], timeout=PATIENCE)
    page.keyboard.press("Escape")
    place = block(page, "from-list")
    run(place)
    write(place, place.locator("textarea").input_value().replace("Dense(32)", "Dense(64)"))
    claim.click()
    expect(card.locator(".card__answer")).to_be_empty()
    card.get_by_role("button", name=button).click()
    expect(card.locator(".card__answer")).to_have_text(said[1], timeout=PATIENCE)


def test_what_cannot_be_tried_has_no_button(page: Page, site: Site) -> None:
    page.goto(site.address + MODEL["en"])
    page.locator("a.claim", has_text="linear stack of layers").first.click()
    card = page.locator(".card:popover-open")
    expect(card).to_be_visible()
    expect(card.get_by_role("button", name="Try it")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "empty", "copy"), [("try/", "空白", "复制链接"), ("en/try/", "Nothing", "Copy the link")]
)
def test_code_of_a_reader_s_own_runs_and_goes_along_in_a_link(
    page: Page, site: Site, path: str, empty: str, copy: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.address + path)
    place = page.locator(".playground")
    choose = place.locator("select")
    expect(choose.locator("option")).to_have_count(4)
    for choice in range(3):
        choose.select_option(index=choice)
        assert run(place).verdict == SAME["en" if path.startswith("en/") else "zh"]
    assert page.url == site.address + path
    choose.select_option(label=empty)
    expect(place.locator("textarea")).to_have_value("")
    code = 'import keras\n\nprint("层", keras.Input((3,)).shape)\n'
    write(place, code)
    seen = run(place)
    assert (seen.output, seen.verdict) == ("层 (None, 3)\n", "")
    place.get_by_role("button", name=copy).click()
    expect(place.locator(".live__note")).to_have_text(re.compile("已复制|Copied"))
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.startswith(f"{site.address}{path}#code=")

    other = page.context.new_page()
    other.goto(address)
    expect(other.locator(".playground textarea")).to_have_value(code)
    other.wait_for_timeout(500)
    assert other.workers == []  # what somebody has sent runs when the reader says so
    assert run(other.locator(".playground")).output == "层 (None, 3)\n"
    other.goto("about:blank")
    other.goto(f"{site.address}{path}#code=!!")
    expect(other.locator(".playground .live__note")).not_to_be_empty()
    expect(other.locator(".playground textarea")).to_have_value(re.compile("Sequential"))


def test_code_that_is_too_long_stays_out_of_the_address(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/try/")
    place = page.locator(".playground")
    write(place, "x = 1\n" * 2000)
    expect(place.locator(".live__note")).to_have_text("The code is too long for the address.")
    share = place.get_by_role("button", name="Copy the link")
    expect(share).to_be_disabled()
    write(place, "x = 1\n")
    expect(share).to_be_enabled()
    expect(place.locator(".live__note")).to_be_empty()


@pytest.mark.parametrize(
    ("path", "button", "said"),
    [
        ("counting/", "用 Keras 核对", "Keras 3.15.1 数出来也是 25,450，每一层都相同。"),
        ("en/counting/", "Check with Keras", "Keras 3.15.1 counts 25,450, too, and the same for each layer."),
    ],
)
def test_the_calculator_asks_keras(page: Page, site: Site, path: str, button: str, said: str) -> None:
    page.goto(f"{site.address}{path}#calculator")
    calculator = page.locator(".calculator")
    calculator.get_by_role("button", name=button).click()
    answer = calculator.locator(".calculator__checked")
    expect(answer).to_have_text(said, timeout=PATIENCE)
    calculator.locator("input[type=text]").first.fill("28, 28, 1")
    expect(answer).to_be_empty()
    calculator.get_by_role("button", name=button).click()
    expect(answer).to_have_text(said.replace("25,450", "394"), timeout=PATIENCE)
    wrong = """async ([root, code]) => {
      const { checked } = await import(root + "assets/live/check.js")
      const place = document.createElement("p")
      await checked(code, [{ layer: "Dense", count: 65 }, { layer: "Dense", count: 330 }], place)
      return place.textContent
    }"""
    code = calculator.locator("pre code").text_content()
    assert "64" in page.evaluate(wrong, [site.address, code])


def test_the_calculator_asks_keras_about_attention_too(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/counting-attention/#calculator")
    calculator = page.locator(".calculator")
    calculator.get_by_role("button", name="Check with Keras").click()
    total = calculator.locator("tfoot td").last.text_content()
    expect(calculator.locator(".calculator__checked")).to_have_text(
        f"Keras 3.15.1 counts {total}, too, and the same for each layer.", timeout=PATIENCE
    )


def test_a_mistake_in_code_of_a_reader_s_own_is_named_by_its_line(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/try/")
    place = page.locator(".playground")
    write(place, "import keras\nkeras.layers.Dense(-1)\n")
    place.locator("textarea").press("Control+Enter")
    seen = shown(place)
    assert seen.status == "ValueError in line 2"
    assert 'File "playground.py", line 2' in seen.output
