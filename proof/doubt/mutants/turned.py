"""Mutants of words: what a sentence says turned round, in both languages at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from proof.doubt.mutants.layout import Layout, Site

#: What is turned into what, by kind: Chinese and English of the one, Chinese and English of the other.
TURNS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "negation turned": (
        ("不是", "is not", "是", "is"),
        ("不能", "cannot", "能", "can"),
        ("不会", "does not", "会", "does"),
        ("不会", "do not", "会", "do"),
        ("没有", "has no", "有", "has a"),
        ("没有", "have no", "有", "have"),
        ("没有", "was not", "已经", "was"),
        ("不", "not", "也", "also"),
        ("从不", "never", "总是", "always"),
        ("总是", "always", "从不", "never"),
        ("只", "only", "不只", "not only"),
        ("都", "all", "都不", "none of"),
    ),
    "comparison turned": (
        ("更多", "more", "更少", "fewer"),
        ("更少", "fewer", "更多", "more"),
        ("多于", "more than", "少于", "less than"),
        ("少于", "less than", "多于", "more than"),
        ("超过", "more than", "不到", "less than"),
        ("不到", "less than", "超过", "more than"),
        ("最多", "at most", "最少", "at least"),
        ("至少", "at least", "至多", "at most"),
        ("更大", "larger", "更小", "smaller"),
        ("更小", "smaller", "更大", "larger"),
        ("更高", "higher", "更低", "lower"),
        ("更低", "lower", "更高", "higher"),
        ("更快", "faster", "更慢", "slower"),
        ("更好", "better", "更差", "worse"),
        ("最大", "largest", "最小", "smallest"),
        ("最小", "smallest", "最大", "largest"),
        ("最高", "highest", "最低", "lowest"),
        ("最低", "lowest", "最高", "highest"),
        ("相同", "the same", "不同", "different"),
        ("不同", "different", "相同", "equal"),
        ("增加", "grow", "减少", "shrink"),
        ("变大", "grow", "变小", "shrink"),
        ("下降", "fall", "上升", "rise"),
        ("上升", "rise", "下降", "fall"),
    ),
    "order or place turned": (
        ("第一", "first", "最后一", "last"),
        ("最后一", "last", "第一", "first"),
        ("以前", "before", "以后", "after"),
        ("之前", "before", "之后", "after"),
        ("之后", "after", "之前", "before"),
        ("前", "before", "后", "after"),
        ("后", "after", "前", "before"),
        ("今天", "today", "当年", "then"),
        ("左", "left", "右", "right"),
        ("右", "right", "左", "left"),
        ("上面", "above", "下面", "below"),
        ("下面", "below", "上面", "above"),
        ("行", "row", "列", "column"),
        ("列", "column", "行", "row"),
    ),
    "one thing for another": (
        ("输入", "input", "输出", "output"),
        ("输出", "output", "输入", "input"),
        ("权重", "weights", "偏置", "biases"),
        ("偏置", "biases", "权重", "weights"),
        ("训练集", "training set", "测试集", "test set"),
        ("测试集", "test set", "训练集", "training set"),
        ("验证", "validation", "测试", "test"),
        ("损失", "loss", "准确率", "accuracy"),
        ("准确率", "accuracy", "损失", "loss"),
        ("TensorFlow", "TensorFlow", "PyTorch", "PyTorch"),
        ("PyTorch", "PyTorch", "JAX", "JAX"),
        ("样本", "sample", "批次", "batch"),
        ("形状", "shape", "类型", "type"),
        ("优化器", "optimizer", "损失函数", "loss function"),
        ("模型", "model", "层", "layer"),
    ),
}


#: Where words are turned; and what that is called, where it is not called after what is turned.
PLACES = {
    "prose": "",
    "front words": "",
    "alt": "picture's words turned",
    "claim": "word of a claim turned",
}


@cache
def pattern(word: str) -> re.Pattern[str]:
    """Finds *word*, one of English as a whole word."""
    return re.compile(rf"\b{word}\b" if word.isascii() else word)


def words(layout: Layout) -> Iterator[Site]:
    """Every word that can be turned, where both languages have it."""
    for label, name in PLACES.items():
        text = layout.only(label)
        for kind, turns in TURNS.items():
            for zh, en, other_zh, other_en in turns:
                before, after = (zh, other_zh) if layout.page.language == "zh" else (en, other_en)
                for match in pattern(before).finditer(text) if before in text else ():
                    yield Site(name or kind, *match.span(), after, (zh, en))
