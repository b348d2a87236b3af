"""Drawing a model: every layer, every connection, nothing drawn over anything else."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from proof.press.diagram import BOX, arranged, draw
from proof.press.diagram import Layer as Box

CHAIN = [
    ("input_layer", "InputLayer", "(None, 784)", ()),
    ("dense", "Dense", "(None, 32)", ("input_layer",)),
    ("dense_1", "Dense", "(None, 10)", ("dense",)),
]
SKIP = [*CHAIN, ("add", "Add", "(None, 10)", ("dense_1", "input_layer"))]


def test_a_chain_stands_in_one_column() -> None:
    svg = ET.fromstring(draw(CHAIN, "a chain"))
    assert svg.findtext("title") == "a chain"
    tops = [float(rect.attrib["y"]) for rect in svg.findall("rect")]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(CHAIN)
    assert len({text.attrib["x"] for text in svg.findall("text")}) == 1
    assert "".join(svg.itertext()).count("(None, ") == len(CHAIN)


def test_a_way_past_a_row_has_its_own_place_there() -> None:
    layers = {name: Box(name, kind, shape, inputs) for name, kind, shape, inputs in SKIP}
    rows, ways = arranged(layers)
    assert [len(row) for row in rows] == [1, 2, 2, 1]
    assert max(map(len, ways)) == 4


def test_parameters_are_drawn_where_there_are_any() -> None:
    counted = [(*layer, count) for layer, count in zip(SKIP, (0, 25120, 1, 0), strict=True)]
    svg = ET.fromstring(draw(counted, "counted"))
    drawn = ["".join(text.itertext()) for text in svg.findall("text")]
    assert [text for text in drawn if "param" in text] == ["25,120 params", "1 param"]
    tall = {float(rect.attrib["height"]) for rect in svg.findall("rect")}
    assert len(tall) == 1
    assert tall.pop() > BOX
    assert all(0 < float(text.attrib["y"]) < float(svg.attrib["height"]) for text in svg.findall("text"))


def test_words_are_escaped() -> None:
    svg = draw([("a<b", "Lambda", "(None,)", ())], 'x & "y"')
    ET.fromstring(svg)
    assert "a&lt;b" in svg


@st.composite
def graphs(draw_from: st.DrawFn) -> list[tuple[str, str, str, tuple[str, ...]]]:
    graph: list[tuple[str, str, str, tuple[str, ...]]] = []
    for number in range(draw_from(st.integers(1, 8))):
        before = [name for name, *_ in graph]
        inputs = draw_from(st.lists(st.sampled_from(before), unique=True)) if before else []
        graph.append((f"layer_{number}", "Dense", "(None, 8)", tuple(inputs)))
    return graph


@given(graphs())
def test_any_graph_is_drawn_whole_and_without_overlaps(
    graph: list[tuple[str, str, str, tuple[str, ...]]],
) -> None:
    svg = ET.fromstring(draw(graph, "any"))
    boxes = [tuple(float(rect.attrib[key]) for key in ("x", "y", "width")) for rect in svg.findall("rect")]
    assert len(boxes) == len(graph)
    assert len(svg.findall("path")) == 2 * sum(len(inputs) for *_, inputs in graph)
    for place, (x, y, width) in enumerate(boxes):
        assert x >= 0
        for other_x, other_y, other_width in boxes[:place]:
            apart = abs(y - other_y) >= BOX or x >= other_x + other_width or other_x >= x + width
            assert apart, re.sub(r"\s+", " ", str(graph))
