"""The network in the page answers as Keras does; a digit can be drawn, and chosen without a mouse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from conftest import ROOT
from proof.run import datasets
from tests.browser.conftest import BOTH, Site, reader
from tests.browser.test_access import CHECK

BROWSERS = BOTH

PICTURES = 1_000
NETWORK = "mnist.now.network.bin"
SAMPLES = "in_the_page.now.digits.bin"
PREDICT = """
import base64, json, sys
import keras
import numpy as np

mnist, network, count = sys.argv[1:]
with np.load(mnist) as data:
    pictures = data["x_test"][: int(count)]
weights = np.fromfile(network, "<f4")
layers = [keras.layers.Dense(32, "relu"), keras.layers.Dense(10, "softmax")]
model = keras.Sequential([keras.Input((784,)), *layers])
shapes = [array.shape for array in model.get_weights()]
parts = np.split(weights, np.cumsum([np.prod(shape) for shape in shapes])[:-1])
model.set_weights([part.reshape(shape) for part, shape in zip(parts, shapes)])
shares = model.predict(pictures.reshape(-1, 784).astype("float32") / 255, verbose=0)
print(json.dumps([base64.b64encode(pictures.tobytes()).decode(), shares.astype(float).tolist()]))
"""
#: What the page's own functions say of pictures: the shares of each, and how far it is from itself, drawn
#: twelve times as large and fitted as a drawing is.
ANSWER = """
async ([address, encoded]) => {
  const {fitted, SIDE} = await import(`${address}assets/digit/drawing.js`)
  const {answer, layersOf} = await import(`${address}assets/digit/network.js`)
  const response = await fetch(`${address}assets/mnist/mnist.now.network.bin`)
  const layers = layersOf(await response.arrayBuffer())
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
  const found = []
  for (let start = 0; start < bytes.length; start += SIDE * SIDE) {
    const picture = Float32Array.from(bytes.subarray(start, start + SIDE * SIDE), (shade) => shade / 255)
    const side = 12 * SIDE
    const drawn = Uint8Array.from({length: side * side}, (_, place) =>
      bytes[start + Math.floor(place / side / 12) * SIDE + Math.floor((place % side) / 12)])
    const again = fitted(drawn, side)
    const apart = Math.max(...picture.map((shade, place) => Math.abs(shade - again[place])))
    found.push({shares: answer(layers, picture).shares, apart})
  }
  return found
}
"""
#: Digits as a hand may draw them: strokes through points of the paper, from 0 to 1.
STROKES: dict[int, list[list[tuple[float, float]]]] = {
    0: [[(0.5, 0.2), (0.34, 0.32), (0.3, 0.5), (0.34, 0.68), (0.5, 0.8), (0.66, 0.68), (0.7, 0.5)]],
    1: [[(0.55, 0.2), (0.47, 0.8)]],
    7: [[(0.3, 0.25), (0.7, 0.25), (0.45, 0.8)]],
}
STROKES[0][0] += [(0.66, 0.32), (0.5, 0.2)]
LANGUAGES = {
    "mnist/": ("网络的回答是 {}，", "清空", "测试集里的 {}", "没有载入成功"),
    "en/mnist/": ("The network answers {},", "Clear", "A {} of the test set", "Loading failed"),
}
#: What the parts are called, and what is said of the hidden layer to those who cannot see it.
PARTS = {
    "mnist/": {
        "paper": "画板",
        "picture": "网络看到的图",
        "hidden": "隐藏层",
        "shares": "概率",
        "samples": "测试集里的图片",
    },
    "en/mnist/": {
        "paper": "Paper to draw on",
        "picture": "What it sees",
        "hidden": "Hidden layer",
        "shares": "Probabilities",
        "samples": "Pictures of the test set",
    },
}
LIT = {
    "mnist/": "隐藏层：{all} 个神经元亮了 {lit} 个",
    "en/mnist/": "Hidden layer: {lit} of {all} units light up",
}


@cache
def predicted() -> tuple[str, list[list[float]]]:
    """The first pictures of the test set, as bytes, and the shares that Keras gives them."""
    mnist = datasets.find("mnist")
    if mnist.stand_in:
        pytest.skip("not verified: mnist could not be had")
    network = ROOT / "snippets" / "mnist" / NETWORK
    done = subprocess.run(
        [sys.executable, "-c", PREDICT, str(mnist.file), str(network), str(PICTURES)],
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    pictures, shares = json.loads(done.stdout)
    return pictures, shares


@pytest.fixture(scope="session")
def answers(browser: Browser, site: Site) -> Iterator[list[dict[str, Any]]]:
    """What the page's functions say of the same pictures."""
    pictures, _ = predicted()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}mnist/")
        yield page.evaluate(ANSWER, [site.address, pictures])


@pytest.fixture(params=LANGUAGES)
def path(request: pytest.FixtureRequest) -> str:
    """Give the page in each language."""
    return str(request.param)


def opened(page: Page, site: Site, path: str) -> Locator:
    """The place to draw, in view."""
    page.goto(f"{site.address}{path}#draw")
    place = page.locator(".digit")
    expect(place.locator("canvas")).to_have_count(2)
    place.evaluate("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80)")
    return place


def draw(page: Page, place: Locator, strokes: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Draw with the mouse."""
    box = place.locator("canvas").first.bounding_box()
    assert box is not None
    for stroke in strokes:
        points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]
        page.mouse.move(*points[0])
        page.mouse.down()
        for x, y in points[1:]:
            page.mouse.move(x, y, steps=6)
        page.mouse.up()


def shares(place: Locator) -> list[float]:
    """The ten shares as they are written, in per cent."""
    texts = place.locator("li span:last-child").all_text_contents()
    return [float(text.removesuffix("%")) for text in texts]


def test_it_agrees_with_keras(answers: list[dict[str, Any]]) -> None:
    _, expected = predicted()
    assert len(answers) == len(expected) == PICTURES
    for answer, wanted in zip(answers, expected, strict=True):
        assert len(answer["shares"]) == len(wanted) == 10
        assert max(abs(a - b) for a, b in zip(answer["shares"], wanted, strict=True)) < 1e-5


def test_a_drawing_is_fitted_as_the_pictures_of_mnist_are(answers: list[dict[str, Any]]) -> None:
    same = sum(answer["apart"] < 1e-6 for answer in answers)
    assert same == PICTURES


def test_nothing_is_fetched_before_it_is_needed(page: Page, site: Site, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(site.address + path, wait_until="networkidle")
    assert "page.js" not in asked
    place = opened(page, site, path)
    page.wait_for_load_state("networkidle")
    assert not [name for name in asked if name.endswith(".bin")]
    for _ in range(2):
        draw(page, place, STROKES[1])
        expect(place.locator("[role=status]")).to_contain_text("1")
    assert [name for name in asked if name.endswith(".bin")] == [NETWORK]
    place.locator(".digit__samples button").first.click()
    expect(place.locator("[role=status]")).to_contain_text("0")
    assert [name for name in asked if name.endswith(".bin")] == [NETWORK, SAMPLES]


def test_each_part_is_called_after_what_it_shows(page: Page, site: Site, path: str) -> None:
    place = opened(page, site, path)
    for part, words in PARTS[path].items():
        expect(place.locator(f".digit__part--{part} .digit__caption")).to_have_text(words)


@pytest.mark.parametrize("digit", STROKES)
def test_what_is_drawn_is_answered_and_can_be_cleared(page: Page, site: Site, path: str, digit: int) -> None:
    answer, clear, _, _ = LANGUAGES[path]
    place = opened(page, site, path)
    before = place.inner_text()
    draw(page, place, STROKES[digit])
    expect(place.locator("[role=status]")).to_contain_text(answer.format(digit))
    found = shares(place)
    assert found[digit] == max(found) > 50
    assert sum(found) == pytest.approx(100, abs=0.5)
    strengths = place.locator(".digit__hidden i").evaluate_all(
        "units => units.map(unit => Number(unit.style.getPropertyValue('--strength')))"
    )
    assert len(strengths) == 32
    assert max(strengths) == 1
    assert min(strengths) == 0
    lit = place.locator(".digit__hidden").get_attribute("aria-label")
    assert lit == LIT[path].format(lit=sum(strength > 0 for strength in strengths), all=len(strengths))
    place.get_by_role("button", name=clear).click()
    assert place.inner_text() == before
    assert shares(place) == [0] * 10
    assert page.evaluate("seen.violations") == []


def test_the_keyboard_chooses_pictures_of_the_test_set(page: Page, site: Site, path: str) -> None:
    answer, clear, sample, _ = LANGUAGES[path]
    place = opened(page, site, path)
    place.get_by_role("button", name=clear).focus()
    status, right = place.locator("[role=status]"), []
    for digit in range(10):
        before = status.inner_text()
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert focused == sample.format(digit)
        page.keyboard.press("Enter")
        expect(status).not_to_have_text(before)
        right.append(answer.format(digit) in status.inner_text())
    assert sum(right) == 9  # as the page says


def test_it_says_so_when_nothing_can_be_fetched_and_tries_again(page: Page, site: Site, path: str) -> None:
    answer, _, sample, failed = LANGUAGES[path]

    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/*.bin", refuse)
    place = opened(page, site, path)
    status = place.locator("[role=status]")
    draw(page, place, STROKES[1])
    expect(status).to_contain_text(failed)
    assert shares(place) == [0] * 10
    page.unroute("**/*.bin", refuse)
    page.route("**/*.bin", lambda route: route.abort())
    place.get_by_role("button", name=sample.format(3)).click()
    expect(status).to_contain_text(failed)
    page.unroute_all()
    place.get_by_role("button", name=sample.format(3)).click()
    expect(status).to_contain_text(answer.format(3))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_wrong_after_an_answer(browser: Browser, site: Site, path: str, dark: bool) -> None:
    answer, _, _, _ = LANGUAGES[path]
    with reader(browser, color_scheme="dark" if dark else "light") as context:
        page = context.new_page()
        place = opened(page, site, path)
        draw(page, place, STROKES[7])
        expect(place.locator("[role=status]")).to_contain_text(answer.format(7))
        page.evaluate(AXE_SCRIPT)
        assert page.evaluate(CHECK.replace("run(", "run('.digit', ")) == []


def test_forced_colours_keep_its_bars(browser: Browser, site: Site, path: str) -> None:
    answer, _, _, _ = LANGUAGES[path]
    with reader(browser, forced_colors="active") as context:
        page = context.new_page()
        place = opened(page, site, path)
        draw(page, place, STROKES[7])
        expect(place.locator("[role=status]")).to_contain_text(answer.format(7))
        ground = "bar => getComputedStyle(bar).backgroundImage"
        assert "gradient" in place.locator(".digit__best .digit__bar").evaluate(ground)


@pytest.mark.parametrize("window", [(1280, 800), (375, 700)], ids=["desk", "phone"])
def test_its_room_is_kept_for_it(browser: Browser, site: Site, path: str, window: tuple[int, int]) -> None:
    heights = []
    for blocked in (True, False):
        with reader(browser, viewport=ViewportSize(width=window[0], height=window[1])) as context:
            page = context.new_page()
            if blocked:
                page.route("**/digit/page.js", lambda route: route.abort())
            page.goto(site.address + path)
            if not blocked:
                draw(page, opened(page, site, path), STROKES[7])
                expect(page.locator(".digit__best")).to_have_count(1)
            heights.append(page.locator(".digit").evaluate("place => place.getBoundingClientRect().height"))
            assert page.evaluate("document.documentElement.scrollWidth") <= window[0]
    assert heights[0] == pytest.approx(heights[1], abs=2)


def test_a_finger_draws_and_the_page_stays(browser: Browser, site: Site, path: str) -> None:
    answer, _, _, _ = LANGUAGES[path]
    with reader(browser, has_touch=True, viewport={"width": 375, "height": 700}) as context:
        page = context.new_page()
        place = opened(page, site, path)
        box = place.locator("canvas").first.bounding_box()
        assert box is not None
        scrolled = page.evaluate("scrollY")
        touch = context.new_cdp_session(page)
        points = [(box["x"] + 0.5 * box["width"], box["y"] + y / 20 * box["height"]) for y in range(3, 18)]
        for step, (x, y) in enumerate(points):
            kind = "touchMove" if step else "touchStart"
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(place.locator("[role=status]")).to_contain_text(answer.format(1))
        assert page.evaluate("scrollY") == scrolled


def test_it_is_loaded_where_it_is_used(site: Site) -> None:
    using = {
        file.parent.relative_to(site.folder).as_posix()
        for file in site.folder.rglob("*.html")
        if "digit/page.js" in file.read_text()
    }
    assert using == {".", "en", "mnist", "en/mnist"}


def test_without_scripts_its_place_is_not_there(browser: Browser, site: Site, path: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address + path)
        expect(page.locator(".digit")).to_be_hidden()
        expect(page.locator("#draw + p")).to_contain_text("JavaScript")
