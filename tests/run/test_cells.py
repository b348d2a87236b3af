"""A notebook is read as every tool reads it, and its cells run as they do in Jupyter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jupytext
import pytest

from conftest import BOOK
from proof.run.cells import RAISES, CellError, cells
from proof.run.lanes import NOW
from proof.run.outcome import failure
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet

BARE = replace(NOW, preload=(), libraries=())
PATH = "snippets/notebooks/it.py"
WORDS = '# %% [markdown] lang="zh"\n# 你好\n\n# %% [markdown] lang="en"\n# Hello\n\n'
NOTEBOOKS = [snippet for snippet in BOOK.snippets if snippet.cells]


@pytest.fixture(scope="module")
def kernels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    with Runner(Store(tmp_path_factory.mktemp("runs")), workers=2) as runner:
        yield runner


def notebook(root: Path, *codes: str, tags: str = "") -> Snippet:
    """A notebook of cells called a, b, …; *tags* are those of the last."""
    names = "abcdefgh"[: len(codes)]
    marks = [f' tags=["{tags}"]' if tags and name == names[-1] else "" for name in names]
    text = "".join(
        f'# %% id="{name}"{mark}\n{code}\n\n' for name, mark, code in zip(names, marks, codes, strict=True)
    )
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(WORDS + text, encoding="utf-8")
    return Snippet(root, PATH)


def run(runner: Runner, snippet: Snippet, *expressions: str) -> Run:
    asked = Request(snippet, BARE, expressions)
    return runner.run([asked])[asked.name]


@pytest.mark.parametrize("snippet", NOTEBOOKS, ids=lambda snippet: snippet.path)
def test_an_editor_finds_the_cells_that_we_find(snippet: Snippet) -> None:
    theirs = jupytext.reads(snippet.source, fmt="py:percent").cells
    ours = [
        (cell.kind, cell.code if cell.kind == "code" else "\n".join(cell.words)) for cell in snippet.cells
    ]
    assert ours
    named = [cell for cell in theirs if {"lang", "id"} & cell.metadata.keys()]
    found = [(cell.cell_type, cell.source.strip()) for cell in named]
    assert found == [(kind, text.strip()) for kind, text in ours]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("# %%\nx\n\n", 1, "has an id of its own"),
        ('# %% id="A b"\nx\n\n', 1, "has an id of its own"),
        ('# %% id="a-out"\nx\n\n', 1, "has an id of its own"),
        ('# %% id="a"\nx\n\n# %% id="a"\ny\n', 4, "there are two cells with the id a"),
        ('# %% id="a"\n\n', 1, "holds code, and ends with a line left blank"),
        ('# %% id="a"\nx\n# %% id="b"\ny\n', 1, "holds code, and ends with a line left blank"),
        ("# %% [markdown]\n# x\n", 1, "words are in a language"),
        ('# %% [markdown] lang="de"\n# x\n', 1, "words are in a language"),
        ('# %% [markdown] lang="zh"\n# x\ny = 1\n', 3, "code stands in a cell of its own"),
        ('# %% [html] lang="zh"\n', 1, "a cell begins with"),
        ("# %% what it does\n", 1, "a cell begins with"),
        ('# %% id="a" colour="red"\nx\n\n', 1, "does not know colour"),
        ('# %% [markdown] lang="zh" id="a"\n# x\n', 1, "does not know id"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_its_line(source: str, line: int, message: str) -> None:
    with pytest.raises(CellError, match=message) as caught:
        cells(source)
    assert caught.value.line == line


def test_a_notebook_that_cannot_be_read_says_so_as_every_snippet_does(tmp_path: Path) -> None:
    broken = notebook(tmp_path, "x = 1")
    (tmp_path / PATH).write_text("# %%\nx\n\n", encoding="utf-8")
    assert Snippet(tmp_path, broken.path).problem == (
        f'{PATH}:1: a cell of code has an id of its own: `# %% id="dense-again"`'
    )


def test_what_is_said_around_the_code_is_not_what_ran(tmp_path: Path) -> None:
    before = notebook(tmp_path, "1 + 1")
    other = before.source.replace("Hello", "Good morning").replace("你好", "早上好")
    (tmp_path / PATH).write_text(other, encoding="utf-8")
    after = Snippet(tmp_path, PATH)
    assert after.source != before.source
    assert after.program == before.program
    assert Request(after, BARE).key == Request(before, BARE).key
    assert notebook(tmp_path, "1 + 2").program != before.program


def test_cells_share_their_names_and_show_their_last_value(kernels: Runner, tmp_path: Path) -> None:
    ran = run(kernels, notebook(tmp_path, "x = 20\nx", "print(x)\nx + 1", "Out[2] * 2"), "x", "Out[3]")
    assert ran.cells == [("a-out", "20\n"), ("b", "20\n"), ("b-out", "21\n"), ("c-out", "42\n")]
    assert (ran.value("x"), ran.value("Out[3]")) == (20, 42)


def test_a_library_that_asks_is_told_that_this_is_a_notebook(kernels: Runner, tmp_path: Path) -> None:
    ran = run(kernels, notebook(tmp_path, "get_ipython().__class__.__name__"))
    assert ran.cells == [("a-out", "'ZMQInteractiveShell'\n")]


def test_what_is_written_past_python_stands_in_its_cell(kernels: Runner, tmp_path: Path) -> None:
    codes = (
        "import os\nos.system('echo child')",
        "os.write(2, b'native')\nNone",
        "print('\\x1b[1mbold\\x1b[0m')",
    )
    assert run(kernels, notebook(tmp_path, *codes)).cells == [
        ("a", "child\n"),
        ("a-out", "0\n"),
        ("b-stderr", "native\n"),
        ("c", "bold\n"),
    ]


def test_a_figure_belongs_to_the_cell_that_shows_it(kernels: Runner, tmp_path: Path) -> None:
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    ran = run(kernels, notebook(tmp_path, "1", code, code))
    assert list(ran.figures) == ["b", "c"]


@pytest.mark.parametrize(
    ("codes", "tags", "message"),
    [
        (("x = 1", "y = 2\n1 / 0"), "", f"{PATH}:12: in lane now-tensorflow it raised ZeroDivisionError"),
        (("x = 1", "def f(:"), "", f"{PATH}:11: in lane now-tensorflow it raised SyntaxError"),
        (("def f():\n    return 1 / 0", "f()"), "", f"{PATH}:9: in lane now-tensorflow it raised Zero"),
        (
            ("x = 1", "y = 2"),
            RAISES,
            f"{PATH}:10: in lane now-tensorflow it raised nothing: the cell b ended",
        ),
        (("import os\nos._exit(3)",), "", "it ended by os._exit(3)"),
        (("x = 1",), "", "printed nothing"),
    ],
)
def test_a_cell_that_fails_is_named_by_its_line(
    kernels: Runner, tmp_path: Path, codes: tuple[str, ...], tags: str, message: str
) -> None:
    snippet = notebook(tmp_path, *codes, tags=tags)
    wrong = failure(snippet, run(kernels, snippet))
    assert wrong is not None
    assert message in wrong


def test_an_exception_that_is_meant_is_shown(kernels: Runner, tmp_path: Path) -> None:
    snippet = notebook(tmp_path, "x = 1", "{}['shape']", tags=RAISES)
    ran = run(kernels, snippet, "x")
    assert failure(snippet, ran) is None
    assert ran.cells == [("b-error", "KeyError: 'shape'\n")]
    assert ran.value("x") == 1


def test_nothing_of_ours_is_seen_from_a_cell(kernels: Runner, tmp_path: Path) -> None:
    code = "import os, sys\nprint(os.listdir(), 'IPYTHONDIR' in os.environ, 'inside' in sys.modules)"
    assert run(kernels, notebook(tmp_path, code)).cells == [("a", "[] False False\n")]


def test_a_notebook_that_reads_what_it_wrote_itself_is_kept(kernels: Runner, tmp_path: Path) -> None:
    code = "import tempfile, pathlib\npath = pathlib.Path(tempfile.mkdtemp(), 'x')\npath.write_text('1')"
    snippet = notebook(tmp_path, code, "path.read_text()", "zebra = 1\nzebra")
    first = run(kernels, snippet)
    assert first.reads == {}
    kept = Store(kernels.store.folder).get(Request(snippet, BARE).key, tmp_path)
    assert kept is not None
    assert [tuple(part) for part in kept.cells] == first.cells
