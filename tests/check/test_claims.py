"""The judge: what it lets pass, what it does not, and what it says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.check.claims import judge, plain_word

DOCSTRING = "`Sequential` groups a linear stack of layers\ninto a `Model`, since 3.15.1."


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("25,450", "n", 25450),
        ("25450", "n", 25450),
        ("−3", "n", -3),
        ("784 × 32 + 32 = 25,120", "n", 25120),
        ("25,450 = 25,120 + 330", "n", 25450),
        ("(3 + 1) × 2 ÷ 4 = 2", "n", 2),
        ("2 ** 10", "n", 1024),
        ("97.8%", "accuracy", 0.97812),
        ("97.8 %", "accuracy", 0.97812),
        ("0.98", "accuracy", 0.9785),
        ("99.41", "n * 4 / 1024", 25450 * 4 / 1024),
        ("25,450 × 4 ÷ 1,024 = 99.41", "n * 4 / 1024", 25450 * 4 / 1024),
        ("> 0.97", "accuracy > 0.97", True),
        ("above 97%", "accuracy > 0.97", True),
        ("More than 20", "n > 20", True),
        ("within 2", "gap < 2", True),
        ("at most 1.25", "ratio <= 1.25", True),
        ("超过 0.97", "accuracy > 0.97", True),
        ("20 次以上", "n > 20", True),
        ("4 个百分点以上", "gap > 4", True),
        ("90% 以上", "share > 0.9", True),
        ("1.25 倍以内", "ratio <= 1.25", True),
        ("≥ 97 %", "accuracy >= 0.97", True),
        ("linear stack of layers", "doc", DOCSTRING),
        ("“layers into a”", "doc", DOCSTRING),
        ("3.11", "required", ">=3.11"),
        ("3.15.1", "version", "3.15.1"),
        ("(None, 32)", "shape", (None, 32)),
        ("True", "built", True),
        ("None", "nothing", None),
        ("three", "n", 3),
        ("三", "n", 3),
        ("两", "n", 2),
        ("yes", "built", True),
        ("相同", "same", True),
        ("does not", "trains", False),
        ("不再是", "a is b", False),
        ("more", "today > then", True),
        ("Higher", "today > then", True),
        ("更低", "log[-1] < log[0]", True),
        ("上升", "log[-1] > log[0]", True),
        ("before", "log.index('a') < log.index('b')", True),
        ("first", "name == names[0]", True),
        ("最后", "model.layers[2].name == [layer.name for layer in model.layers][-1]", True),
        ("largest", "width == max(widths)", True),
        ("最少", "count == counts.min()", True),
        ("不同", "same", False),
        ("differ", "a == b", False),
        ("None", "max(same.values()) != min(same.values())", False),
        ("都", "all(agreed)", True),
        ("only", "found == [one]", True),
        ("no longer", "wide > wider", False),
        ("照样", "runs", True),
        ("up", "scores[1] + moved > scores[1]", True),
        ("降", "log[-1] < log[0]", True),
        ("row", "len(data) == output.shape[0]", True),
        ("列", "10 == output.shape[1]", True),
        ("first", "len(data) == output.shape[0]", True),
        ("TensorFlow", "keras.config.backend()", "tensorflow"),
        ("权重", "weights[0].path", "sequential/dense/kernel"),
        ("biases", "weights[1].path", "sequential/dense/bias"),
        ("损失", "names[0]", "val_loss"),
        ("输出", "message", "Output with path `` is not connected to `inputs`"),
        ("Today", "keras.__version__", "3.15.1"),
        ("当年", "keras.__version__", "2.1.5"),
    ],
)
def test_true_claims_pass(text: str, expression: str, value: Any) -> None:
    assert judge(text, expression, value) is None


@pytest.mark.parametrize(
    ("text", "expression", "value", "message"),
    [
        ("25,121", "n", 25120, "the page says 25,121, but n is 25,120"),
        (
            "785 × 32 + 32 = 25,120",
            "n",
            25120,
            "the page says 785 × 32 + 32 = 25,120, but 785 × 32 + 32 is 25,152 and n is 25,120",
        ),
        ("784 × 32 + 32 = 25,121", "n", 25120, "but 25,121 is 25,121 and n is 25,120"),
        ("97.9%", "accuracy", 0.97812, "the page says 97.9%, but accuracy is 0.97812"),
        ("0.99", "accuracy", 0.9785, "the page says 0.99"),
        ("> 0.98", "accuracy > 0.97", True, "but accuracy > 0.97 says > 0.97"),
        ("< 0.97", "accuracy > 0.97", True, "but accuracy > 0.97 says > 0.97"),
        ("> 0.97", "accuracy > 0.97", False, "but accuracy > 0.97 is False"),
        ("about 0.97", "accuracy > 0.97", True, "is not a bound such as"),
        ("97%", "accuracy > 0.97", True, "does not say on which side"),
        ("less than 97%", "accuracy > 0.97", True, "but accuracy > 0.97 says > 0.97"),
        ("20 次以下", "n > 20", True, "but n > 20 says > 20"),
        ("不到 20", "n > 20", True, "but n > 20 says > 20"),
        ("25,450 parameters", "n", 25450, "keep words out"),
        ("many", "n", 25450, "states no number"),
        ("non-linear stack", "doc", DOCSTRING, "the page says “non-linear stack”"),
        ("3.15.1", "version", DOCSTRING, "the page says “3.15.1”"),
        ("32", "shape", "(32,)", "but shape is (32,)"),
        ("3.15", "version", "3.15.1", "but version is 3.15.1"),
        ("5.1", "version", "3.15.1", "but version is 3.15.1"),
        ("(None, 33)", "shape", (None, 32), "but shape is (None, 32)"),
        ("32", "shape", (None, 32), "but shape is (None, 32)"),
        ("1", "built", True, "but built is True"),
        ("three", "n", 4, "the page says 3, but n is 4"),
        ("三", "n", 2, "the page says 3, but n is 2"),
        ("no", "built", True, "but built is True"),
        ("相同", "same", False, "but same is False"),
        (
            "less",
            "today > then",
            True,
            "the page says less, but today > then asks for “more”",
        ),
        ("more", "today > then", False, "the page says more, but today > then is False"),
        ("更高", "same", True, "is proven by a comparison, such as `today > then`"),
        ("first", "name == names[-1]", True, "but name == names[-1] asks for “last”"),
        ("last", "name == names[-1]", False, "but name == names[-1] is False"),
        ("last", "name == names[1]", True, "is proven by a comparison"),
        ("smallest", "width == max(widths)", True, "asks for “largest”"),
        ("more", "today >= then", True, "is proven by a comparison"),
        ("column", "len(data) == output.shape[0]", True, "asks for “row”"),
        ("row", "len(data) == sizes[0]", True, "asks for “first”"),
        ("none of", "all(agreed)", True, "but all(agreed) is True"),
        ("PyTorch", "keras.config.backend()", "tensorflow", "but keras.config.backend() is tensorflow"),
        ("偏置", "weights[0].path", "sequential/dense/kernel", "the page says “偏置”"),
        ("损失", "names", "loss and accuracy", "the page says “损失”"),
        ("then", "keras.__version__", "3.15.1", "the page says “then”"),
        ("today", "'' if same else keras.__version__", "", "the page says “today”"),
        ("more", "today == then", True, "is proven by a comparison"),
        ("", "n", 1, "no text"),
        ("1 ÷ 0 = 1", "n", 1, "neither a number nor an equation"),
        ("9 ** 9 ** 9", "n", 1, "neither a number nor an equation"),
    ],
)
def test_untrue_claims_are_named(text: str, expression: str, value: Any, message: str) -> None:
    wrong = judge(text, expression, value)
    assert wrong is not None
    assert message in wrong


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_whole_number_passes_only_for_itself(said: int, value: int) -> None:
    assert (judge(f"{said:,}", "n", value) is None) == (said == value)


@given(st.integers(0, 10**6), st.integers(0, 5), st.data())
def test_any_changed_digit_is_caught(value: int, place: int, data: st.DataObject) -> None:
    text = str(value)
    place %= len(text)
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
    assert judge(text[:place] + digit + text[place + 1 :], "n", value) is not None


@given(st.text(), st.text(), st.one_of(st.integers(), st.floats(), st.text(), st.booleans(), st.none()))
def test_the_judge_never_crashes(text: str, expression: str, value: Any) -> None:
    judge(text, expression, value)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("更高", "higher"),
        ("会", "does"),
        ("三", "three"),
        ("两", "two"),
        ("相同", "Same"),
        ("都", "Both"),
        ("权重", "weights"),
        ("今天", "Today"),
        ("11.35%", "11.35 %"),
    ],
)
def test_a_claim_in_words_is_the_same_in_both_languages(zh: str, en: str) -> None:
    assert plain_word(zh) == plain_word(en)
    assert plain_word(zh) != plain_word("different") != plain_word("four")
