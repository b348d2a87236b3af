"""What the page for old code marks ran as its rules say, and nothing that the book says fails is left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from conftest import BOOK
from proof.check.claims import plain_word
from proof.common.text import read
from tests.book.old_code.marks import MARKS, PAGE, ROOT, Row, asked, rows, scripts, written

#: What the scripts that try old lines, one by one, know without importing it.
KNOWN = """\
import keras
from keras import backend as K
from keras.layers import *
from keras.callbacks import *
from keras.optimizers import *
def given(model, layer, optimizer, history, logs): pass
"""
ROWS = [row for row in rows() if row.section != "tensorflow"]
#: The tables of what fails today, whose rows the page has to know; and what none of its rules can say.
TABLES = {
    "changes-names.md": ("modules-code", "gone-code", "arguments-code"),
    "changes-training.md": ("methods-code", "callbacks-code"),
}
NOT_HERE = {"old['keras.engine.topology']", "set_value", "'Stop('", "'ModelCheckpoint(') and 'val_acc'"}


def snippet_of(claim: str) -> str:
    """The path of the script that a claim of the English page asks."""
    path, _, fence = claim.partition("#")
    page = BOOK.pages["en", path]
    found = next(one for one in page.fences if one.anchor == fence)
    assert found.include, claim
    return re.sub(r"\.(?:now|then)(?:-\w+)?\.txt$", ".py", found.include[0])


def pieces(path: str) -> tuple[dict[str, str], dict[str, str]]:
    """What a script of the book runs, itself and its old lines, and how these are written today."""
    source = read(ROOT / path)
    old, today = {"the script": source}, dict[str, str]()
    nodes = list(ast.walk(ast.parse(source)))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    old |= {text: KNOWN + text for text in texts}
    for file in (ROOT / path).parent.glob(f"{(ROOT / path).stem}.now.txt"):
        old |= {line: KNOWN + line for line in read(file).splitlines() if not line.startswith(" ")}
    for node in nodes:
        for key, value in zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(value, ast.Constant) and key.value in old:
                today[str(key.value)] = KNOWN + str(value.value)
    return old, today


@pytest.fixture(scope="module")
def marks() -> dict[str, dict[str, list[int]]]:
    """The marks on what ran in the scripts that the rows cite, by script, old or today's, and line."""
    texts: dict[str, str] = {}
    for path in {snippet_of(claim) for row in ROWS for claim in row.claims}:
        old, today = pieces(path)
        texts |= {f"{path}\0old\0{line}": text for line, text in old.items()}
        texts |= {f"{path}\0today\0{line}": text for line, text in today.items()}
    return asked(texts)


def cases() -> Iterator[tuple[Row, str]]:
    yield from ((row, rule) for row in ROWS for rule in row.rules)


@pytest.mark.parametrize(
    ("row", "rule"), list(cases()), ids=lambda value: str(getattr(value, "line", value))[:60]
)
def test_a_rule_is_about_what_ran_and_not_about_what_is_written_today(
    marks: dict[str, dict[str, list[int]]], row: Row, rule: str
) -> None:
    paths = {snippet_of(claim) for claim in row.claims}
    old = [
        key for key in marks if key.startswith(tuple(f"{path}\0old" for path in paths)) and rule in marks[key]
    ]
    assert old, f"docs/en/{PAGE}:{row.line}: {rule} marks nothing that ran in {', '.join(sorted(paths))}"
    today = [key.replace("\0old\0", "\0today\0") for key in old]
    wrong = [key for key in today if rule in marks.get(key, {})]
    assert wrong == [], f"docs/en/{PAGE}:{row.line}: {rule} marks what is written today, too"


def test_what_the_tables_say_fails_is_known() -> None:
    page = BOOK.pages["en", PAGE].text
    lacking = []
    for path, fences in TABLES.items():
        for claim in BOOK.pages["en", path].claims:
            line = BOOK.pages["en", path].text.splitlines()[claim.line - 1]
            works = claim.expression.endswith("== 'works'") or plain_word(claim.text) != claim.text
            if (
                claim.anchor in fences
                and line.startswith("| ")
                and claim.expression not in page
                and not works
            ):
                lacking.append(claim.expression)
    assert [one for one in lacking if not any(excused in one for excused in NOT_HERE)] == []


def test_the_marks_that_the_figure_counts_are_those_of_the_page() -> None:
    assert read(MARKS) == written(), "the rules or the scripts are others; run `make marks`, then promote"


def test_a_script_that_has_been_mended_is_not_said_to_fail() -> None:
    kinds = {rule: row.section for row in ROWS for rule in row.rules}
    found = asked(scripts(mended=True))
    assert len(found) == 40
    assert [(name, rule) for name, of in found.items() for rule in of if kinds[rule] != "means"] == []


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        ("from keras.layers import Dense as D\nD(init='uniform')\n", [2]),
        ("import keras.layers as L\nL.Dense(4,\n  init='uniform')\n", [3]),
        ("import tensorflow as tf\ntf.keras.layers.Dense(init='uniform')\n", [2]),
        ("from keras.layers import *\nDense(init='uniform')\n", [2]),
        ("from keras.layers.core import Dense\nDense(4)\n", [1]),
        ("import keras\nkeras.utils.np_utils.to_categorical([1])\n", [2]),
        ("from tensorflow.keras.preprocessing.text import Tokenizer\n", []),
        ("from sklearn.svm import SVC\nmodel = SVC()\nmodel.predict_proba(x)\n", []),
        ("def Dense(init):\n  pass\nDense(init=1)\n", []),
        ("from keras.models import Sequential\nm = Sequential()\nm.save('a.keras')\nm.save('a')\n", [4]),
        ("from PIL import Image\nImage.open('a').save('b.png')\n", []),
        ("# keras.layers.core\n'model.fit_generator()'\n", []),
        ("print 'of Python 2'\nmodel.fit_generator(batches)\n", [2]),
        ("model.compile('sgd', metrics=['acc'])\nmodel.fit(x).history['acc']\n", []),
        ("model.compile('sgd', metrics=['accuracy'])\nmodel.fit(x).history['acc']\n", [2]),
        ("def build(:\n  from keras.layers.core import Dense\n", [2]),
    ],
)
def test_it_follows_imports_and_values_and_takes_no_text_for_code(script: str, lines: list[int]) -> None:
    found = asked({"it": script})["it"]
    assert sorted({line for places in found.values() for line in places}) == lines
