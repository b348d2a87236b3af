"""The calculator says of every network on a grid what Keras says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

INPUTS = (1, 3, 100, 784)
CHAINS = (
    *[(units,) for units in (1, 10, 512)],
    *product((1, 32), (10, 64)),
    *product((16, 128), (7, 64), (10,)),
    (512, 256, 128, 10),
    (300, 100, 50, 20, 10, 1),
)
GRID = [(inputs, chain, bias) for inputs in INPUTS for chain in CHAINS for bias in (True, False)]
COUNT = """
import json, sys
import keras
counts = []
for inputs, chain, bias in json.load(sys.stdin):
    layers = [keras.layers.Dense(units, use_bias=bias) for units in chain]
    model = keras.Sequential([keras.Input((inputs,)), *layers])
    counts.append([[layer.count_params() for layer in layers], model.count_params()])
print(json.dumps(counts))
"""


def counted() -> list[tuple[list[int], int]]:
    """What Keras counts in each network of the grid: layer by layer, and in all."""
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        input=json.dumps(GRID),
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [(layers, total) for layers, total in json.loads(done.stdout)]


def number(text: str) -> int:
    return int(text.replace(",", ""))


def test_it_agrees_with_keras_on_the_whole_grid(page: Page, site: Site) -> None:
    assert len(GRID) >= 100
    page.goto(f"{site.address}counting/#calculator")
    calculator = page.locator(".calculator")
    expect(calculator.locator("table")).to_have_count(1)
    sizes, bias = calculator.locator("input[type=number]"), calculator.locator("input[type=checkbox]")
    for (inputs, chain, with_bias), (layers, total) in zip(GRID, counted(), strict=True):
        while sizes.count() < len(chain) + 1:
            calculator.get_by_role("button", name="加一层").click()
        while sizes.count() > len(chain) + 1:
            calculator.get_by_role("button", name="减一层").click()
        for place, size in enumerate((inputs, *chain)):
            sizes.nth(place).fill(str(size))
        bias.set_checked(with_bias)
        rows: list[list[str]] = calculator.locator("tbody tr, tfoot tr").evaluate_all(
            "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
        )
        *body, foot = rows
        assert [number(row[-1]) for row in body] == layers, (inputs, chain, with_bias)
        assert number(foot[-1]) == total, (inputs, chain, with_bias)
        for place, (_, formula, _) in enumerate(body):
            before, here = (inputs, *chain)[place : place + 2]
            assert formula == f"{before:,} × {here:,}" + (f" + {here:,}" if with_bias else "")
        assert foot[1] == (" + ".join(f"{count:,}" for count in layers) if len(layers) > 1 else "")


@pytest.mark.parametrize(
    ("path", "words"),
    [("counting/", ["输入数", "第 1 层", "合计"]), ("en/counting/", ["Inputs", "Layer 1", "Total"])],
)
def test_it_speaks_the_language_of_the_page_and_starts_with_the_page_s_network(
    page: Page, site: Site, path: str, words: list[str]
) -> None:
    page.goto(f"{site.address}{path}#calculator")
    calculator = page.locator(".calculator")
    for word in words:
        expect(calculator).to_contain_text(word)
    expect(calculator.locator("tfoot td").last).to_have_text("25,450")
    size = calculator.locator("input[type=number]").first
    for wrong in ("", "0", "1.5", "-1", "1000001"):
        size.fill(wrong)
        expect(calculator.locator("table")).to_have_count(0)
        expect(calculator.locator("[aria-live] p")).to_have_count(1)
    size.fill("784")
    expect(calculator.locator("tfoot td").last).to_have_text("25,450")


def test_it_is_loaded_where_it_is_used(site: Site) -> None:
    using = {file.parent.name for file in site.folder.rglob("*.html") if "calculator.js" in file.read_text()}
    assert using == {"counting"}
