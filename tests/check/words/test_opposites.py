"""A thing named for another beside a claim that asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.book import Page
from proof.check.words.opposites import opposed


@pytest.mark.parametrize(
    ("language", "sentence", "expression", "named"),
    [
        ("zh", "验证损失是 [9]({})。", "log['val_loss'][0]", None),
        ("zh", "验证准确率是 [9]({})。", "log['val_loss'][0]", "准确率"),
        ("zh", "测试损失是 [9]({})。", "log['val_loss'][0]", "测试"),
        ("zh", "是 [9]({})，准确率没有变。", "log['val_loss'][0]", None),
        ("en", "The validation loss is [9]({}).", "log['val_loss'][0]", None),
        ("en", "The validation accuracy is [9]({}).", "log['val_loss'][0]", "accurac"),
        ("en", "There are [32]({}) biases.", "layer.bias.shape[0]", None),
        ("en", "There are [32]({}) weights.", "layer.bias.shape[0]", "weight"),
        ("zh", "输入的形状是 [(None, 10)]({})。", "model.output_shape", "输入"),
        ("zh", "测试集有 [9]({}) 张。", "len(x_train)", "测试集"),
    ],
)
def test_the_opposite_is_named(
    tmp_path: Path, language: str, sentence: str, expression: str, named: str | None
) -> None:
    file = tmp_path / "docs" / language / "page.md"
    file.parent.mkdir(parents=True)
    file.write_text(sentence.format(f'#code "{expression}"') + "\n", encoding="utf-8")
    found = [message for _, message in opposed(Page(tmp_path, language, "page.md"))]
    assert [f"“{named}” is said here" in message for message in found] == ([True] if named else [])
