"""Each way in which a page can become untrue is caught, and the message says where.

Every case changes one thing in a copy of the book, and asks for the problems of the copy. All share one
copy, which is put right after each, so that only what stands on the change is judged again.
"""

from __future__ import annotations

import filecmp
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from proof.press.edition import EDITION
from proof.press.press import Press
from proof.press.shown import KEPT
from proof.run.runner import Runner
from proof.site.workshop import sites
from tests.site.test_links import HOME

ZH, EN = "docs/zh/sequential.md", "docs/en/sequential.md"
SNIPPET, RECORD = "snippets/sequential/from_list.py", "snippets/sequential/from_list.now.txt"
NOTEBOOK = "snippets/notebooks/exercises-counting.py"
EXAMPLE = "snippets/examples/dense.py"
PICTURE = "snippets/sequential/activation_curves.now.figure.svg"
#: The folders and the files of a book.
FOLDERS = ("docs", "snippets", "requirements")
FILES = ("mkdocs.yml", "Makefile", "pyproject.toml", "tests/equivalents.toml")
Change = Callable[[Path], None]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory, runner: Runner) -> Press:
    """Give a press of a copy of the book, which has made an edition of it and found nothing wrong."""
    root = copied(tmp_path_factory.mktemp("copy"), EDITION, KEPT)
    made = Press(root, runner, sites(HOME))
    assert made.edition().problems == []
    return made


def copied(root: Path, *kept: str) -> Path:
    """Copy the book to *root*, with what is *kept* of it, in which pages are named by all they stand on."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    for name in ("tests", ".cache"):
        (root / name).mkdir()
    for name in FILES:
        shutil.copy2(ROOT / name, root / name)
    for name in kept:
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, root / name)
    return root


@pytest.fixture
def copy(press: Press) -> Iterator[Path]:
    """Give the copy of the book; put it right when a test has changed it."""
    yield press.root
    for name in FOLDERS:
        put_right(ROOT / name, press.root / name)
    for name in FILES:
        shutil.copy2(ROOT / name, press.root / name)


def put_right(original: Path, copy: Path) -> None:
    """Make a folder what it was a copy of."""
    compared = filecmp.dircmp(original, copy, ignore=[])
    for name in compared.right_only + compared.common_funny:
        path = copy / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in compared.left_only + compared.diff_files + compared.common_funny:
        path = original / name
        shutil.copytree(path, copy / name) if path.is_dir() else shutil.copy2(path, copy)
    for name in compared.common_dirs:
        put_right(original / name, copy / name)


def replaced(path: str, old: str, new: str) -> Change:
    """Give a change of the first *old* in the file at *path*."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} no longer holds {old!r}: choose another text to change"
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def deleted(path: str) -> Change:
    """Give a change that removes a file."""
    return lambda root: (root / path).unlink()


def written(path: str, text: str) -> Change:
    """Give a change that writes a file anew."""

    def change(root: Path) -> None:
        (root / path).write_text(text, encoding="utf-8")

    return change


def appended(path: str, text: str) -> Change:
    """Give a change that adds to the end of a file."""

    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def not_text(path: str) -> Change:
    """Give a change that writes what is not UTF-8."""

    def change(root: Path) -> None:
        (root / path).write_bytes(b"\xff\xfe\x00")

    return change


#: A claim of the page, with its proof.
LINK = '[25,450](#from-list "sum(keras.ops.convert_to_numpy(w).size for w in model.trainable_weights)")'
CASES: dict[str, tuple[Change, str]] = {
    "a number in the words of a link to its own page": (
        appended(ZH, "\n[共 977 层](sequential.md)\n"),
        r"docs/zh/sequential.md:\d+: “977” stands in the words of a link to sequential.md, and nowhere there",
    ),
    "a number in what the site says of itself": (
        replaced("mkdocs.yml", "一本能运行的", "977 页能运行的"),
        r"mkdocs.yml:\d+: “977” stands in a setting that readers see",
    ),
    "a digit of a claim": (
        replaced(ZH, "[25,450](#from-list", "[25,451](#from-list"),
        rf"{ZH}:\d+: the page says 25,451, but .* of {SNIPPET} is 25,450",
    ),
    "a digit of an equation": (
        replaced(EN, "784 × 32 + 32 = 25,120", "784 × 33 + 32 = 25,120"),
        rf"{EN}:\d+: the page says 784 × 33 .* but 784 × 33 \+ 32 is 25,904 and .* is 25,120",
    ),
    "a digit of a record": (
        replaced(RECORD, "25,120", "25,121"),
        rf"{RECORD}:\d+: the record is not what {SNIPPET} prints(?s:.*)\+│ dense \(Dense\).*25,120",
    ),
    "a digit of a snippet": (
        replaced(SNIPPET, "Dense(32)", "Dense(33)"),
        rf"{ZH}:\d+: the page says 784 × 32 .* is 25,905",
    ),
    "a snippet that prints the same by another way": (
        replaced(SNIPPET, "import keras\n", "import keras  # another\n"),
        rf"{RECORD}:4: the record is not what {SNIPPET} prints",
    ),
    "a record deleted": (
        deleted(RECORD),
        rf"{RECORD}:1: there is no such record; `python -m proof promote {SNIPPET}` writes it",
    ),
    "a record whose section is gone": (
        replaced(RECORD, "--8<-- [end:stdout]", ""),
        rf"{ZH}:\d+: {RECORD}: section “stdout” must start once",
    ),
    "a number in the words of a link": (
        replaced(
            "docs/en/mnist.md", "[why there are 1875](fit.md#steps)", "[why there are 1876](fit.md#steps)"
        ),
        r"docs/en/mnist.md:\d+: “1876” stands in the words of a link to fit.md#steps, and nowhere there",
    ),
    "a bound whose side is another": (
        replaced("docs/zh/mnist.md", "[超过 94%]", "[不到 94%]"),
        r"docs/zh/mnist.md:\d+: the page says 不到 94%, but accuracy > 0.94 .* says > 0.94",
    ),
    "a number in words": (
        appended(EN, "\nIt has five layers.\n"),
        rf"{EN}:\d+: “five” stands outside a claim, and in no phrase of docs/idioms.txt; write \[five\]",
    ),
    "a number in Chinese words": (appended(ZH, "\n它有五层。\n"), rf"{ZH}:\d+: “五” stands outside a claim"),
    "a large number in words": (
        appended(EN, "\nIt has two hundred and fifty-five layers.\n"),
        rf"{EN}:\d+: “two hundred and fifty-five” is written in digits, as a claim: 255",
    ),
    "a number in a heading that its section does not show": (
        replaced(
            NOTEBOOK.replace("counting", "start"), "# ### Ten pictures at once", "# ### Nine pictures at once"
        ),
        r"snippets/notebooks/exercises-start.py:\d+: “Nine” stands in a heading, and 9 nowhere below it",
    ),
    "another number in a phrase": (
        replaced("docs/zh/mnist-mistakes.md", "四和九互相", "四和八互相"),
        r"docs/zh/mnist-mistakes.md:\d+: “四” stands outside a claim",
    ),
    "a phrase that no page has": (
        appended("docs/idioms.txt", "en nine lives = a cat\n"),
        r"docs/idioms.txt:\d+: no page says “nine lives”; remove it",
    ),
    "a number in the text of a plot": (
        replaced(EN, "![Four small plots", "![Five small plots"),
        rf"{EN}:\d+: the text of the picture .*figure.svg says Five, which counts nothing in it",
    ),
    "a name that is newly taken on trust": (
        appended("docs/names.txt", "Keras 4\n"),
        r"docs/trusted.txt:\d+: newly taken on trust: name Keras 4; if it is meant, `python -m proof trust`",
    ),
    "a word that is refused no longer": (
        replaced("docs/glossary.toml", '"fully-connected"', '"fully~connected"'),
        r"docs/trusted.txt:\d+: no longer held: refused fully-connected; if it is meant",
    ),
    "a bound that bounds less": (
        replaced("docs/zh/counting-memory.md", "adam(n) < 0.52", "adam(n) < 0.9"),
        r"docs/trusted.txt:\d+: newly taken on trust: bound counting-memory.md: factored / adam\(n\) < 0.9; ",
    ),
    "a page with fewer claims": (
        replaced(ZH, LINK, "许多"),
        rf"{ZH}:1: it has \d+ claims, and had \d+; if it is meant, `python -m proof trust` accepts it",
    ),
    "claims of two sentences that have changed places": (
        appended(
            EN,
            '\nThe layer `second` has [784](#from-list "len(first)") numbers. And `first` has '
            '[32](#from-list "len(second)").\n',
        ),
        rf"{EN}:\d+: `second` is named here, but len\(first\) does not ask for it, and the claim of another",
    ),
    "a part that a page shows twice": (
        appended(EN, f'\n``` {{ .python #again title="{SNIPPET}" }}\n--8<-- "{SNIPPET}"\n```\n'),
        rf"{EN}:\d+: {SNIPPET} is shown twice; a part of it stands once on a page",
    ),
    "a word of a command": (
        replaced("docs/zh/install.md", "source keras-env", "soruce keras-env"),
        r"docs/zh/install.md:\d+: `soruce keras-env/bin/activate`: soruce is no word of a script, no package",
    ),
    "a Python in a command that does not fit": (
        replaced("docs/en/install-more.md", "python=3.12", "python=3.10"),
        r"docs/en/install-more.md:\d+: `conda create .*`: Python 3.10 is none that this project supports",
    ),
    "a note on a line that is not there": (
        replaced("docs/en/fit.md", "1. `data[np.arange(1000), labels]`", "1. `data[np.arange(1000), label]`"),
        r"docs/en/fit.md:\d+: `data\[.*label\]` stands in no line of the block above",
    ),
    "a note that may be on either of two lines": (
        replaced("docs/en/sequential.md", "1. `shape=(784,)`", "1. `Dense`"),
        r"docs/en/sequential.md:\d+: `Dense` stands in 3 lines of the block above",
    ),
    "a note on no piece of code": (
        replaced("docs/zh/sequential.md", "1. `shape=(784,)`：", "1. 输入："),
        r"docs/zh/sequential.md:\d+: a note begins with a piece of the code of its line",
    ),
    "notes in another order than their lines": (
        replaced("docs/en/fit.md", "1. `data[np.arange(1000), labels]`", "1. `epochs=10`"),
        r"docs/en/fit.md:\d+: this note is on a line above that of the note before it",
    ),
    "a note of two paragraphs": (
        replaced("docs/en/fit.md", "\n2. `loss=", "\n\n    More.\n\n2. `loss="),
        r"docs/en/fit.md:\d+: a note is one paragraph",
    ),
    "a block with the mark of notes and none": (
        replaced("docs/en/fit.md", "``` { .python #steps-code", "``` { .python .annotate #steps-code"),
        r"docs/en/fit.md:\d+: the block is marked .annotate, but no numbered list stands directly below it",
    ),
    "notes in one language alone": (
        replaced("docs/en/fit.md", "{ .python .annotate #train-code", "{ .python #train-code"),
        r"docs/zh/fit.md:\d+: the notes here and at docs/en/fit.md:\d+ differ",
    ),
    "a digit in a note that its run does not give": (
        replaced("docs/en/fit.md", "goes through the data [10]", "goes through the data [11]"),
        r"docs/en/fit.md:\d+: the page says 11",
    ),
    "a number of outputs in the text of a diagram": (
        replaced(
            "docs/en/outputs.md", "![One input leads to two output", "![One input leads to three output"
        ),
        r"docs/en/outputs.md:\d+: the text of the picture .* says three output layers, and there are 2",
    ),
    "a link to a heading that is not there": (
        replaced("docs/en/mnist.md", "(mnist-data.md#download)", "(mnist-data.md#downloads)"),
        r"docs/en/mnist.md:\d+: the link to mnist-data.md#downloads leads to no heading there",
    ),
    "a digit of the words of a notebook": (
        replaced(NOTEBOOK, "109,386", "109,387"),
        rf"{NOTEBOOK}:\d+: the page says",
    ),
    "a word of one language of a notebook": (
        replaced(NOTEBOOK, "# # Exercises: counting", "# # Exercises: counting more"),
        rf"{NOTEBOOK}:\d+: revisit this block, for {NOTEBOOK}:\d+, its counterpart",
    ),
    "an output of a notebook": (
        replaced(NOTEBOOK.replace(".py", ".now.txt"), "407050", "407051"),
        rf"{NOTEBOOK.replace('.py', '.now.txt')}:\d+: the record is not what {NOTEBOOK} prints",
    ),
    "a solution of a notebook": (
        replaced(NOTEBOOK, "Dense(512), Dense(10)],", "Dense(511), Dense(10)],"),
        rf"{NOTEBOOK.replace('.py', '.now.txt')}:\d+: the record is not what {NOTEBOOK} prints",
    ),
    "a cell that loses its id": (
        replaced(NOTEBOOK, '# %% id="on-paper-solution"', "# %%"),
        rf"{NOTEBOOK}:\d+: a cell of code has an id of its own",
    ),
    "a package that is called otherwise": (
        replaced("docs/en/install.md", "--upgrade keras tensorflow", "--upgrade kears tensorflow"),
        r"docs/en/install.md:\d+: `python -m pip install .*`: kears is nothing that this project pins",
    ),
    "an option that pip does not have": (
        replaced("docs/zh/install.md", "install --upgrade", "install --upgrad"),
        r"docs/zh/install.md:\d+: `python -m pip install .*`: --upgrad is none of the options",
    ),
    "a mirror of another host": (
        replaced(
            "docs/zh/install.md", "-i https://pypi.tuna.tsinghua.edu.cn", "-i https://pypi.tuna.tsinghva.cn"
        ),
        r"docs/zh/install.md:\d+: `python -m pip install .*`: no link of this book leads to pypi.tuna",
    ),
    "a target that make does not have": (
        replaced("docs/en/changes.md", "make lock", "make locks"),
        r"docs/en/changes.md:\d+: `make locks`: make knows no locks",
    ),
    "a command that the shell cannot read": (
        replaced("docs/en/mnist-data.md", '.hexdigest())"', ".hexdigest())"),
        r"docs/en/mnist-data.md:\d+: the shell cannot read this block: ",
    ),
    "another kind of layer in the text of a diagram": (
        replaced("docs/en/counting.md", "After the input come two Dense", "After the input come two LSTM"),
        r"docs/en/counting.md:\d+: the text of the picture of .*counts=True\) names LSTM, which is not",
    ),
    "another number of layers in the text of a diagram": (
        replaced("docs/zh/counting.md", "三个 Dense 层", "五个 Dense 层"),
        r"docs/zh/counting.md:\d+: the text of the picture of .*counts=True\) says 五, which counts nothing",
    ),
    "an output of a short example": (
        replaced(EXAMPLE, "#> 25120", "#> 25121"),
        rf"{EXAMPLE}:5: this is not what it prints in lane now-tensorflow",
    ),
    "a short example that prints something else": (
        replaced(EXAMPLE, "dense(32, 10)", "dense(32, 11)"),
        rf"{EXAMPLE}:7: this is not what it prints in lane now-tensorflow",
    ),
    "a record beside a short example": (
        written(EXAMPLE.replace(".py", ".now.txt"), "25120\n"),
        r"snippets/examples/dense.now.txt:1: no snippet makes this record",
    ),
    "a snippet deleted": (deleted(SNIPPET), rf"{ZH}:\d+: there is no snippet {SNIPPET}"),
    "a snippet deleted, its record left": (deleted(SNIPPET), rf"{RECORD}:1: no snippet makes this record"),
    "an include of a missing snippet": (
        replaced(ZH, f'--8<-- "{SNIPPET}"', '--8<-- "snippets/sequential/nowhere.py"'),
        rf"{ZH}:\d+: there is no snippet snippets/sequential/nowhere.py",
    ),
    "an include of a missing section": (
        replaced(ZH, f'--8<-- "{SNIPPET}"', f'--8<-- "{SNIPPET}:nowhere"'),
        rf"{ZH}:\d+: {SNIPPET}: there is no section “nowhere”",
    ),
    "an include of something else": (
        replaced(ZH, f'--8<-- "{SNIPPET}"', '--8<-- "README.md"'),
        rf"{ZH}:\d+: README.md is neither a snippet nor a record",
    ),
    "a claim whose anchor is wrong": (
        replaced(EN, "[25,450](#from-list ", "[25,450](#from-lost "),
        rf"{EN}:\d+: the claim “25,450” cites #from-lost, but no block there has that id",
    ),
    "a claim whose expression is wrong": (
        replaced(EN, '(#from-list "model.count_params()")', '(#from-list "model.count_param()")'),
        rf"{EN}:\d+: model.count_param\(\) cannot be evaluated at the end of {SNIPPET}: AttributeError",
    ),
    "a claim that has lost its expression": (
        replaced(EN, LINK, "[25,451](#from-list)"),
        rf"{EN}:\d+: the link to #from-list leads to a block and asks nothing of it; give it the expression",
    ),
    "a proof that asks nothing of the run": (
        replaced(EN, LINK, "[25,450](#from-list \"len('x' * 25450)\")"),
        rf"{EN}:\d+: len\('x' \* 25450\) asks nothing of {SNIPPET}, so it proves nothing",
    ),
    "a block that is called after another script": (
        replaced(EN, f'title="{SNIPPET}"', 'title="snippets/add/build.py"'),
        rf"{EN}:\d+: the block is called snippets/add/build.py, but shows {SNIPPET}",
    ),
    "output that is called an error": (
        replaced(EN, 'title="Output"', 'title="Error"'),
        rf"{EN}:\d+: the block is called Error, but shows the stdout of snippets/.*: call it Output",
    ),
    "what is shown under the name of another backend": (
        replaced(EN, 'title="Output"', 'title="Output (JAX)"'),
        rf"{EN}:\d+: the block is called Output \(JAX\), but shows what TensorFlow printed",
    ),
    "tabs that have changed places": (
        replaced(EN, "/// tab | Now (Keras 3)", "/// tab | Then (Keras 2.1.5)"),
        rf"{EN}:\d+: the tab “Then \(Keras 2.1.5\)” shows .*, which is of the family now",
    ),
    "a tab that is called after another backend": (
        replaced("docs/en/version.md", "/// tab | JAX", "/// tab | PyTorch"),
        r"docs/en/version.md:\d+: the tab “PyTorch” shows what JAX printed",
    ),
    "a next page that is another": (
        replaced(EN, "layers one by one with add()](add.md)", "layers one by one with add()](fit.md)"),
        rf"{EN}:\d+: the next page in the menu is add.md, not fit.md",
    ),
    "a digit in HTML": (
        appended(EN, "\n<p>25,451 parameters</p>\n"),
        rf"{EN}:\d+: “25,451” stands in HTML, where nothing can prove it",
    ),
    "a digit in an attribute of HTML": (
        appended(EN, "\nIt <abbr title='25,451' aria-label=\"25,451\">has</abbr> parameters.\n"),
        rf"{EN}:\d+: “25,451” stands in HTML, where nothing can prove it",
    ),
    "a number that is handed to a script of the page": (
        appended(EN, '\n<div data-script="calculator/page.js" data-units="785 32 10"></div>\n'),
        rf"{EN}:\d+: “785” is handed to a script, but occurs in nothing that the page shows",
    ),
    "a fraction": (appended(EN, "\nIt is ½ full.\n"), rf"{EN}:\d+: “½” stands outside a claim"),
    "a raised digit": (appended(EN, "\nIt is x².\n"), rf"{EN}:\d+: “²” stands outside a claim"),
    "a Roman number": (appended(EN, "\nPart Ⅷ.\n"), rf"{EN}:\d+: “Ⅷ” stands outside a claim"),
    "a comment with a digit": (
        written(SNIPPET, "import keras  # of 2018\n\nprint(keras.__version__)\n"),
        rf"{SNIPPET}:1: a comment with digits, which nothing can prove: # of 2018",
    ),
    "a claim whose expression has a syntax error": (
        replaced(EN, '(#from-list "model.count_params()")', '(#from-list "model.count_params(")'),
        rf"{EN}:\d+: model.count_params\( cannot be evaluated .* SyntaxError",
    ),
    "a quotation that Keras does not make": (
        replaced(EN, "[linear stack of layers](", "[linear pile of layers]("),
        rf"{EN}:\d+: the page says “linear pile of layers”, but keras.Sequential.__doc__",
    ),
    "a digit in prose without a proof": (
        appended(EN, "\nIt has 25,450 parameters.\n"),
        rf"{EN}:\d+: “25,450” stands outside a claim",
    ),
    "a digit in a heading": (appended(EN, "\n## All 4 layers\n"), rf"{EN}:\d+: “4” stands outside a claim"),
    "a digit in the description": (
        replaced(EN, "description: ", "description: 7 steps. "),
        rf"{EN}:3: “7” stands outside a claim",
    ),
    "a digit in the title of a block": (
        replaced(EN, 'title="Output"', 'title="Output 2"'),
        rf"{EN}:\d+: “2” stands outside a claim",
    ),
    "inline code that nothing on the page shows": (
        appended(EN, "\nUse `Dense(31)`.\n"),
        rf"{EN}:\d+: `Dense\(31\)` occurs in nothing that the page shows",
    ),
    "a picture of what is no model": (
        appended(EN, '\n![a chain](#from-list "diagram(model.name)")\n'),
        rf"{EN}:\d+: diagram\(model.name\) cannot be evaluated at the end of {SNIPPET}: AttributeError",
    ),
    "a picture without words": (
        appended(EN, '\n![](#from-list "diagram(model)")\n'),
        rf"{EN}:\d+: the picture of diagram\(model\) .*has no text",
    ),
    "a digit in the words for a picture": (
        appended(EN, '\n![7 layers](#from-list "diagram(model)")\n'),
        rf"{EN}:\d+: “7” stands outside a claim",
    ),
    "a picture from elsewhere": (
        appended(EN, "\n![a cat](https://example.org/cat.png)\n"),
        rf"{EN}:\d+: https://example.org/cat.png is no picture that a snippet drew",
    ),
    "a picture that was touched up": (
        replaced(PICTURE, ">4</text>", ">6</text>"),
        rf"{PICTURE}:1: the picture is missing, or not the one that was recorded; `python -m proof promote",
    ),
    "a picture that is gone": (
        deleted(PICTURE),
        rf"{ZH}:\d+: there is no {PICTURE}; `python -m proof promote",
    ),
    "a figure without words": (
        appended(EN, f"\n![](../../{PICTURE})\n"),
        rf"{EN}:\d+: \.\./\.\./{PICTURE} has no text for those who",
    ),
    "a sentence changed in one language": (
        replaced(EN, "The Sequential model is the simplest kind of model", "The Sequential model is simple"),
        rf"{ZH}:\d+: revisit this block, for {EN}:\d+, its counterpart, is not as it was",
    ),
    "a heading gone in one language": (
        replaced(EN, "## What to try next { #try-next }\n", ""),
        rf"{ZH}:\d+: the kind of block here and at {EN}:\d+ differ: 'h2' and 'p'",
    ),
    "a block gone at the end of one language": (
        appended(ZH, "\n好。\n"),
        rf"{ZH}:\d+: {EN} ends before this block",
    ),
    "a claim with another expression in one language": (
        replaced(EN, '[25,450](#from-list "sum(', '[25,450](#from-list "0 + sum('),
        rf"{ZH}:\d+: the claims here and at {EN}:\d+ differ",
    ),
    "a link to another place in one language": (
        replaced(EN, "(add.md)", "(summary.md)"),
        rf"{ZH}:\d+: the links here and at {EN}:\d+ differ: add.md and summary.md",
    ),
    "a page that nobody has compared": (
        deleted("docs/aligned.txt"),
        rf"{ZH}:1: nobody has brought this page and {EN} in line yet",
    ),
    "a name that Keras does not have": (
        appended(EN, "\nSee `keras.layers.Dence` and `line_lenght`.\n"),
        rf"{EN}:\d+: `keras.layers.Dence` occurs in nothing that this book shows, and Keras does not know it",
    ),
    "a parameter that Keras does not have": (
        appended(EN, "\nSee `line_lenght`.\n"),
        rf"{EN}:\d+: `line_lenght` occurs in nothing",
    ),
    "English that nobody printed, quoted in Chinese": (
        appended(ZH, "\n它说“Dense is best”。\n"),
        rf"{ZH}:\d+: “Dense is best” is quoted, but occurs in nothing that the page shows",
    ),
    "a version that is no longer the library's": (
        replaced("docs/names.txt", "Keras 2.1.5 =", "Keras 2.1.6 ="),
        r"docs/names.txt:\d+: Keras 2.1.6 is allowed on pages, but keras in lane then-tensorflow is 2.1.5",
    ),
    "a term without an entry": (
        replaced("docs/en/glossary.md", "### Loss { #loss }", "### Losses { #losses }"),
        r"docs/en/glossary.md:\d+: 损失 of docs/glossary.toml has no entry; write `### loss { #loss }`",
    ),
    "an entry under another name": (
        replaced("docs/zh/glossary.md", "### 损失 { #loss }", "### 代价 { #loss }"),
        r"docs/zh/glossary.md:\d+: this is the entry of 损失; head it so",
    ),
    "a word that the glossary refuses": (
        appended(EN, "\nA fully-connected layer.\n"),
        rf"{EN}:\d+: “fully-connected” is not used here; write 全连接 in Chinese, dense layer in Eng",
    ),
    "a term that the other language lacks": (
        appended(ZH, "\n学习率。\n"),
        rf"{EN}:1: {ZH} has 学习率 \(learning rate or a rate\), which is not here",
    ),
    "a term that is introduced on a page that is not there": (
        replaced("docs/glossary.toml", '"what.md#backends"', '"why.md#backends"'),
        r"docs/glossary.toml:\d+: 后端 is introduced in why.md#backends, but docs/zh has no such section",
    ),
    "a term that is introduced in a section that is not there": (
        replaced("docs/en/what.md", "today { #backends }", "today { #engines }"),
        r"docs/glossary.toml:\d+: 后端 is introduced in what.md#backends, but docs/en has no such section",
    ),
    "Chinese without its spaces": (
        appended(ZH, "\n这是Keras的层,很好。\n"),
        rf"{ZH}:\d+: write “这是 Keras 的层，很好",
    ),
    "a fence that nothing checks": (
        appended(EN, "\n```python\nprint(1)\n```\n"),
        rf"{EN}:\d+: nothing checks this block",
    ),
    "a fence with a title that nothing checks": (
        appended(EN, '\n``` { .python title="x.py" }\nprint(1)\n```\n'),
        rf"{EN}:\d+: nothing checks this block",
    ),
    "an indented block that nothing checks": (
        appended(EN, "\nSo:\n\n    print(1)\n"),
        rf"{EN}:\d+: nothing checks this block",
    ),
    "an English page missing": (
        deleted(EN),
        rf"{ZH}:1: {EN} is missing; every page has both languages",
    ),
    "an id given twice": (
        appended(EN, f'\n``` {{ .python #from-list }}\n--8<-- "{SNIPPET}"\n```\n'),
        rf"{EN}:\d+: #from-list stands on line \d+ too",
    ),
    "a page that is not text": (
        not_text(EN),
        rf"{EN}:1: not UTF-8 text",
    ),
    "a snippet that crashes": (
        written(SNIPPET, "import ctypes\n\nctypes.string_at(0)\n"),
        rf"{SNIPPET}:3: in lane now-tensorflow it was killed by signal 11 \(SIGSEGV\)",
    ),
    "a snippet that hangs": (
        written(SNIPPET, "# /// script\n# [tool.proof]\n# seconds = 1\n# ///\nwhile True:\n    pass\n"),
        rf"{SNIPPET}:[56]: in lane now-tensorflow it did not end within 1 s",
    ),
    "a snippet that prints nothing": (
        written(SNIPPET, "import keras\n"),
        rf"{SNIPPET}:1: in lane now-tensorflow it printed nothing",
    ),
    "a snippet with a syntax error": (
        written(SNIPPET, "import keras\nlayers = [\n"),
        rf"{SNIPPET}:2: in lane now-tensorflow it raised SyntaxError",
    ),
    "a snippet whose metadata is no TOML": (
        written(SNIPPET, "# /// script\n# [tool.proof\n# ///\nprint(1)\n"),
        rf"{SNIPPET}:2: its metadata block is not TOML",
    ),
    "a snippet whose metadata nobody knows": (
        written(SNIPPET, "# /// script\n# [tool.proof]\n# second = 1\n# ///\nprint(1)\n"),
        rf"{SNIPPET}:3: \[tool.proof\] does not know second = 1",
    ),
    "a snippet of a lane that does not exist": (
        written(SNIPPET, '# /// script\n# [tool.proof]\n# lanes = ["never"]\n# ///\nprint(1)\n'),
        rf"{SNIPPET}:3: there is no lane 'never'; there are now, then",
    ),
}


@pytest.mark.parametrize(("change", "message"), CASES.values(), ids=CASES.keys())
def test_caught(press: Press, copy: Path, change: Change, message: str) -> None:
    change(copy)
    found = press.edition().problems
    assert any(re.match(message, problem) for problem in found), "\n".join(found) or "nothing was caught"
