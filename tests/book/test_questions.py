"""What readers ask most has an answer on this site, or the site says that it has none yet."""

from __future__ import annotations

import re

import pytest

from conftest import BOOK
from proof.book import HEADING_ID

#: What forums ask about Keras most, as it stands in the English list.
ASKED = (
    "Invalid filepath extension",
    "must end in .weights.h5",
    "File format not supported",
    "MNIST does not download",
    "metrics raises an error",
    "half of the metrics",
    "loss_weights",
    "np_utils",
    "Argument(s) not recognized",
    "cannot resolve tensorflow.keras",
    "KeyError: 'acc'",
    "Labels do not fit the loss",
    "from_logits",
    "input_shape",
    "unbuilt",
    "count_params",
    "has never been called",
    "Graph disconnected",
    "KerasTensor",
    "Only instances of keras.Layer",
    "silence TensorFlow",
    "No GPU on Windows",
    "No module named tensorflow",
    "theano",
    "dense layer",
    "convolution",
    "LSTM",
    "attention",
    "total has grown",
    "Param #",
    "fit_generator",
    "Callbacks",
    "Which last layer",
    "BatchNormalization",
    "tf.data",
    "Layers and models of my own",
    "progress bar",
    "Text as input",
    "another program",
    "several GPUs",
    "mixed precision",
)
NOT_HERE = {"zh": "本站还没有。", "en": "not here yet."}
ITEM = re.compile(r"^- (.+)$", re.MULTILINE)
LINK = re.compile(r"\[(.+)\]\(([\w-]+\.(?:md|ipynb))#([\w-]+)\)")


def items(language: str) -> list[str]:
    return ITEM.findall(BOOK.pages[language, "questions.md"].text)


@pytest.mark.parametrize("language", NOT_HERE)
def test_each_question_leads_to_a_section_that_is_there_or_says_that_none_is(language: str) -> None:
    assert len(items(language)) > 40
    for item in items(language):
        if item.endswith(NOT_HERE[language]):
            assert "](" not in item
            continue
        found = LINK.fullmatch(item)
        assert found, item
        _, path, section = found.groups()
        ids = re.findall(HEADING_ID, BOOK.pages[language, path].text)
        assert f"{{ #{section} }}" in ids, item


def test_what_is_asked_most_is_in_the_list() -> None:
    listed = items("en")
    assert [asked for asked in ASKED if not any(asked in item for item in listed)] == []
