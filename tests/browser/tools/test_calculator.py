"""The calculator says of stacks drawn at random what Keras says of them, and what it copies runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

STACKS = Path(__file__).with_name("stacks.py")
HOW_MANY = 2000
#: What the page works out, in one go: it imports the calculator's own modules.
CALCULATE = """
async (texts) => {
  const folder = `${location.origin}/assets/calculator`
  const { inputShape } = await import(`${folder}/setting.js`)
  const { calculated, code, packed, unpacked } = await import(`${folder}/stack.js`)
  return texts.map((text) => {
    const { input, stack } = unpacked(text)
    const shape = inputShape(input)
    const { rows, refused } = calculated(shape, stack)
    const again = unpacked(packed(input, stack))
    return {
      rows: rows.map((row) => [row.shape, row.trainable, row.fixed]),
      formulas: rows.map((row) => row.formula),
      refused: refused !== null,
      kept: JSON.stringify(again) === JSON.stringify({ input, stack }),
      code: refused ? "" : code(shape, stack),
    }
  })
}
"""
#: What the columns are called, and how what stands in each looks.
HEADS = {
    "counting/": ("层", "公式", "输出形状", "参数量"),
    "en/counting/": ("Layer", "Formula", "Output shape", "Parameters"),
}
KINDS = {"layer": r"^Dense", "formula": r"^\d.* [×+] ", "shape": r"^\(None, ", "count": r"^[\d,]+$"}
COUNT = """
import json, sys
counts = []
for code in json.load(sys.stdin):
    names = {}
    exec(code.replace("model.summary()", ""), names)
    counts.append(names["model"].count_params())
print(json.dumps(counts))
"""


def python(*command: str, given: str = "") -> Any:
    done = subprocess.run(
        [sys.executable, *command],
        input=given,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def number(text: str) -> int:
    return int(text.replace(",", ""))


def test_it_agrees_with_keras_on_stacks_drawn_at_random(page: Page, site: Site) -> None:
    page.goto(f"{site.address}counting/#calculator")
    expect(page.locator(".calculator tfoot")).to_be_visible()
    known = page.locator(".calculator__choices option").all_text_contents()
    assert len(known) > 30
    stacks = python(str(STACKS), str(HOW_MANY), ",".join(known))
    said = page.evaluate(CALCULATE, [stack["text"] for stack in stacks])
    for stack, answer in zip(stacks, said, strict=True):
        assert answer["rows"] == stack["rows"], stack["text"]
        assert answer["refused"] == stack["refused"], stack["text"]
        assert answer["kept"], stack["text"]
        for formula, (_, trainable, fixed) in zip(answer["formulas"], stack["rows"], strict=True):
            value = eval(formula.replace(",", "").replace("×", "*"), {"__builtins__": {}})
            assert value == trainable + fixed, f"{stack['text']}: {formula}"
    assert sum(stack["refused"] for stack in stacks) > HOW_MANY / 20
    seen = {part.partition(",")[0] for stack in stacks for part in stack["text"].split("/")[1:]}
    assert seen == set(known)

    pairs = [pair for pair in zip(stacks, said, strict=True) if pair[1]["code"]][:60]
    counts = python("-c", COUNT, given=json.dumps([answer["code"] for _, answer in pairs]))
    assert counts == [sum(row[1] + row[2] for row in stack["rows"]) for stack, _ in pairs]


@pytest.mark.parametrize(
    ("path", "add", "words"),
    [
        ("counting/", "加一层", ["输入形状", "公式", "合计"]),
        ("en/counting/", "Add a layer", ["Input shape", "Formula", "Total"]),
    ],
)
def test_it_speaks_the_language_of_the_page_and_starts_with_the_page_s_network(
    page: Page, site: Site, path: str, add: str, words: list[str]
) -> None:
    page.goto(f"{site.address}{path}#calculator")
    calculator = page.locator(".calculator")
    for word in words:
        expect(calculator).to_contain_text(word)
    total = calculator.locator("tfoot td").last
    expect(total).to_have_text("25,450")
    size = calculator.locator("input[type=text]").first
    for wrong in ("", "0", "1.5", "-1", "1000001", "a"):
        size.fill(wrong)
        expect(calculator.locator("table")).to_have_count(0)
        expect(calculator.locator("[aria-live] p")).to_have_count(1)
    size.fill("28, 28, 1")
    expect(total).to_have_text("394")
    # What a layer cannot take is named, below what comes before it.
    calculator.locator(".calculator__choices select").select_option("LSTM")
    calculator.get_by_role("button", name=add).click()
    expect(calculator.locator("[aria-live] p")).to_contain_text("LSTM")
    expect(calculator.locator("tbody tr")).to_have_count(2)


@pytest.mark.parametrize(("path", "heads"), HEADS.items())
def test_each_column_is_called_after_what_it_holds(
    page: Page, site: Site, path: str, heads: tuple[str, ...]
) -> None:
    page.goto(f"{site.address}{path}#calculator")
    table = page.locator(".calculator table")
    expect(table.locator("thead th")).to_have_text(list(heads))
    cells = table.locator("tbody tr").first.locator("th, td").all_text_contents()
    assert [next(kind for kind, looks in KINDS.items() if re.search(looks, cell)) for cell in cells] == list(
        KINDS
    )


def test_the_address_holds_the_model_and_the_keyboard_is_enough(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/counting/#calculator")
    calculator = page.locator(".calculator")
    calculator.locator("input[type=text]").first.fill("28,28,1")
    choose = calculator.locator(".calculator__choices select")
    choose.select_option("Conv2D")
    choose.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("8")  # the first field of the new layer has the focus
    expect(calculator.locator("tbody tr").last).to_contain_text("Conv2D")
    calculator.get_by_role("button", name="Move Conv2D up").press("Enter")
    calculator.get_by_role("button", name="Move Conv2D up").press("Enter")
    expect(calculator.locator("tbody tr").first).to_contain_text("Conv2D")
    calculator.get_by_role("button", name="Remove Dense").first.press("Enter")
    rows = calculator.locator("tbody, tfoot").all_text_contents()
    assert "#calculator=28,28,1/Conv2D" in page.url

    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".calculator tfoot")).to_be_in_viewport()
    assert other.locator(".calculator tbody, .calculator tfoot").all_text_contents() == rows
    other.goto("about:blank")
    other.goto(f"{site.address}en/counting/#calculator=28/Dense,units=3/NoSuchLayer")
    expect(other.locator(".calculator [aria-live] p")).to_contain_text("NoSuchLayer")
    expect(other.locator(".calculator tfoot td").last).to_have_text("25,450")


def test_what_it_copies_is_a_script_that_builds_the_model(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site.address}en/counting/#calculator")
    page.get_by_role("button", name="Copy as Keras code").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    assert "layers.Dense(32)(x)" in code
    assert python("-c", COUNT, given=json.dumps([code])) == [25450]


#: What stands in its place where it cannot run: what is missing, and how to count without it.
WITHOUT = pytest.mark.parametrize(
    ("path", "says"), [("counting/", "照上面的公式"), ("en/counting/", "go by the formulas above")]
)


@WITHOUT
def test_without_scripts_it_says_how_to_count(browser: Browser, site: Site, path: str, says: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{path}#calculator")
        expect(page.locator(".calculator")).to_be_in_viewport()
        for word in ("JavaScript", says, "model.summary()"):
            expect(page.locator(".calculator")).to_contain_text(word, use_inner_text=True)


@WITHOUT
def test_if_it_cannot_be_fetched_it_says_so_and_the_page_goes_on(
    page: Page, site: Site, path: str, says: str
) -> None:
    page.route("**/calculator/page.js", lambda route: route.abort())
    page.goto(f"{site.address}{path}#calculator")
    expect(page.locator(".calculator")).to_contain_text(says, use_inner_text=True)
    expect(page.locator("#recap")).to_be_visible()


def test_it_is_loaded_where_it_is_used(site: Site) -> None:
    files = [file for file in site.folder.rglob("*.html") if "calculator/page.js" in file.read_text()]
    pages = {"counting", "counting-attention", "counting-convolution", "counting-recurrent"}
    assert {file.parent.name for file in files} == pages
