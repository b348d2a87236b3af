"""The words that claims may consist of: small numbers, bounds, truth values, directions."""

from __future__ import annotations

import re

#: What says on which side of a number a value lies: before it, or in Chinese behind it and its measure.
BOUNDS = {
    "<": ("<", "less than", "fewer than", "below", "under", "不到", "少于", "小于", "低于", "不足"),
    ">": (">", "more than", "above", "over", "超过", "多于", "大于", "高于"),
    "<=": ("<=", "≤", "at most", "no more than", "不超过", "至多", "最多"),
    ">=": (">=", "≥", "at least", "no less than", "不少于", "至少"),
}
BEHIND = {"以上": (">", ">="), "以下": ("<", "<="), "以内": ("<", "<=")}
SIDES = {word: (sign,) for sign, words in BOUNDS.items() for word in words} | {"within": ("<", "<=")}
BOUND = re.compile(
    rf"^(?:(?P<before>{'|'.join(sorted(map(re.escape, SIDES), key=len, reverse=True))})\s*)?"
    rf"(?P<number>[\d,.]+\s*%?)(?:\s*[^\W\d]{{0,4}}?(?P<behind>{'|'.join(BEHIND)}))?$"
)
#: The numbers up to twelve in words; from thirteen on a number is written in digits.
WORDS = {
    word: number
    for number, words in enumerate(
        (
            *("zero/零", "one/一", "two/二/两", "three/三", "four/四", "five/五", "six/六", "seven/七"),
            *("eight/八", "nine/九", "ten/十", "eleven/十一", "twelve/十二"),
        )
    )
    for word in words.split("/")
}
#: What a sentence says for a truth value.
TRUTHS = {
    True: frozenset(
        {
            *("yes", "same", "equal", "is", "are", "does", "do", "can", "has", "have", "was", "were"),
            *("all", "both", "every", "always", "only", "alone", "still", "agree", "agrees"),
            *("是", "会", "能", "有", "相同", "一样", "相等", "一致", "对", "仍是", "可以"),
            *(
                "同一",
                "同样",
                "都",
                "都是",
                "都有",
                "全",
                "全部",
                "全都",
                "一律",
                "总是",
                "只",
                "只有",
                "只是",
            ),
            *("仍", "仍然", "还", "还是", "照样"),
        }
    ),
    False: frozenset(
        {
            *("no", "different", "unequal", "is not", "are not", "does not", "do not", "cannot", "has no"),
            *("have no", "was not", "were not", "not"),
            *("none", "neither", "never", "nothing", "no longer", "differ", "differs", "disagree"),
            *("否", "不是", "不会", "不能", "没有", "不同", "不一样", "不相等", "不对", "不再是", "不可以"),
            *("不", "没", "不一致", "不再", "从不", "从未", "都不", "都没有"),
        }
    ),
}
#: What a sentence says of a value that a run compares with another, or with all of a row: `a > b`,
#: `a == row[0]`, `a == max(row)`.
DIRECTIONS = {
    ">": (
        *("more", "larger", "greater", "higher", "longer", "wider", "later", "after", "above", "up"),
        *("grows", "grow", "grew", "rises", "rise", "rose", "increases", "increase"),
        *("更多", "更大", "更高", "更长", "更宽", "更晚", "多", "大", "高", "后", "之后", "以后", "往上"),
        *("较大", "较多", "变大", "变多", "增加", "增大", "上升", "升高", "提高", "升", "宽"),
    ),
    "<": (
        *("less", "fewer", "smaller", "lower", "shorter", "narrower", "earlier", "before", "below", "down"),
        *("shrinks", "shrink", "shrank", "falls", "fall", "fell", "decreases", "decrease"),
        *("更少", "更小", "更低", "更短", "更窄", "更早", "少", "小", "低", "窄", "先", "先于", "前", "前面"),
        *("之前", "以前", "往下"),
        *("较小", "较少", "变小", "变少", "减少", "减小", "下降", "降低", "降"),
    ),
    "[0]": ("first", "left", "第一", "最先", "最前", "左", "左边"),
    "[-1]": ("last", "right", "最后", "最后一", "末尾", "右", "右边"),
    "max": (
        *("largest", "biggest", "highest", "longest", "widest", "greatest", "most"),
        *("最大", "最高", "最长", "最宽", "最多"),
    ),
    "min": (
        *("smallest", "lowest", "shortest", "narrowest", "fewest", "least"),
        *("最小", "最低", "最短", "最窄", "最少"),
    ),
    "shape[0]": ("row", "rows", "行"),
    "shape[1]": ("column", "columns", "列"),
}
TURNS = {word: sign for sign, words in DIRECTIONS.items() for word in words}
#: What a sentence calls that for which a run has a name of its own, and that name. A version has the number
#: before its first dot.
THINGS = {
    word: name
    for name, words in {
        "2": ("then", "当年"),
        "3": ("today", "now", "今天"),
        "tensorflow": ("TensorFlow",),
        "torch": ("PyTorch",),
        "jax": ("JAX",),
        "openvino": ("OpenVINO",),
        "theano": ("Theano",),
        "kernel": ("weight", "weights", "权重"),
        "bias": ("bias", "biases", "偏置"),
        "loss": ("loss", "损失"),
        "accuracy": ("accuracy", "准确率"),
        "input": ("input", "inputs", "输入"),
        "output": ("output", "outputs", "输出"),
    }.items()
    for word in words
}
