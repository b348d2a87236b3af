"""The Python of pages: packed of the right pieces, and it prints in a page what is recorded."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import BOOK, ROOT
from proof.book import Runs, resolve
from proof.check import buttons
from proof.check.judge import Judge
from proof.common.complaint import MachineError
from proof.press.around.runnable import runnable
from proof.run.outcome import as_shown
from proof.site.live import pack, pieces

RUN_PACKED = Path(__file__).with_name("run_packed.js")
Job = dict[str, Any]


@pytest.fixture(scope="session")
def core() -> Path:
    """Give the folder with Pyodide's own files, if it can be had."""
    try:
        return pieces.pyodide()
    except MachineError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def packed(core: Path) -> Path:
    """Give the packed files, if they are here."""
    assert core
    return pack.packed(ROOT) or pytest.skip("nothing is packed; `make live` packs it")


@pytest.fixture
def in_page(core: Path, packed: Path, tmp_path: Path) -> Callable[[list[Job]], list[dict[str, Any]]]:
    """Give what runs jobs in the packed Python, one after the other."""

    def run(jobs: list[Job]) -> list[dict[str, Any]]:
        file = packed / pack.known(packed)["files"]["packed"]["path"]
        asked, answered = tmp_path / "jobs.json", tmp_path / "answers.json"
        asked.write_text(json.dumps(jobs), encoding="utf-8")
        done = subprocess.run(
            list(map(str, (*pieces.RUN, "--allow-all", RUN_PACKED, core, file, asked, answered))),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(answered.read_text(encoding="utf-8"))
        return found

    return run


def job(code: str, *before: str, name: str = "try", expression: str = "") -> Job:
    return {"name": name, "code": code, "before": before, "files": {}, "expression": expression}


def test_the_wheel_is_the_one_that_pyodide_built(core: Path) -> None:
    known = pieces.lock(core)["numpy"]
    assert known["version"] in known["file_name"]
    with pieces.wheel(known) as wheel:
        assert wheel.testzip() is None
    with pytest.raises(MachineError, match=r"is damaged; `git checkout live`"):
        pieces.wheel({**known, "sha256": "0" * 64})


def test_every_script_with_a_button_prints_its_record_and_so_does_each_section(
    in_page: Callable[[list[Job]], list[dict[str, Any]]], runs: Runs, judge: Judge
) -> None:
    documents: dict[str, dict[str, Any]] = {}
    for page in BOOK.pages.values():
        for path, content in runnable(judge.judged(page)).items():
            documents[path] = json.loads(content)
    scripts = [snippet for snippet in BOOK.snippets if buttons.may_run(snippet, runs)]
    assert {f"live/snippets/{document['name']}.json" for document in documents.values()} == {*documents}
    assert [f"snippets/{document['name']}.py" for document in documents.values()] != []
    jobs, expected = [], []
    for document in documents.values():
        whole = {key: document[key] for key in ("name", "code", "files")}
        jobs.append({**whole, "before": []})
        expected.append((document["name"], document["output"], document["stderr"], document["error"]))
        for place, part in enumerate(document["sections"]):
            if part["name"]:
                before = [earlier["code"] for earlier in document["sections"][:place]]
                jobs.append({**whole, "code": part["code"], "before": before})
                expected.append((f"{document['name']}:{part['name']}", part["output"], None, None))
    wrong = []
    for (name, output, stderr, error), ran in zip(expected, in_page(jobs), strict=True):
        snippet = BOOK.by_path[f"snippets/{name.partition(':')[0]}.py"]
        ended = f"{ran['error']['type']}: {ran['error']['message']}" if ran["error"] else None
        if as_shown(snippet, ran["stdout"]) != output:
            wrong.append(f"{name} prints {ran['stdout'][-200:]!r} {ended}")
        elif stderr is not None and (as_shown(snippet, ran["stderr"]), ended) != (stderr, error):
            wrong.append(f"{name} ends with {ended!r} and says {ran['stderr'][-200:]!r}")
    assert wrong == []
    assert len(documents) >= 59
    assert {f"snippets/{document['name']}.py" for document in documents.values()} <= {
        snippet.path for snippet in scripts
    }


TRACEBACK = 'Traceback (most recent call last):\n  File "'
MODEL = "import keras\nimport numpy as np\nmodel = keras.Sequential([keras.layers.Dense(3)])\n"
CASES: dict[str, tuple[Job, Callable[[dict[str, Any]], bool]]] = {
    "names do not outlive their run": (
        job("print('kept' in globals())\nkept = 1"),
        lambda ran: ran["stdout"] == "False\n",
    ),
    "nor do they reach the next": (
        job("print('kept' in globals())"),
        lambda ran: ran["stdout"] == "False\n",
    ),
    "layers are counted anew": (
        job("import keras\nkeras.layers.Dense(1)\nprint(keras.layers.Dense(1).name)"),
        lambda ran: ran["stdout"] == "dense_1\n",
    ),
    "each time": (
        job("import keras\nprint(keras.layers.Dense(1).name, keras.config.floatx())"),
        lambda ran: ran["stdout"] == "dense float32\n",
    ),
    "what was set is set back": (
        job(
            "import numpy as np\nimport os\n"
            "np.set_printoptions(precision=1)\nos.environ['A'] = 'b'\nopen('x', 'w')"
        ),
        lambda ran: ran["error"] is None,
    ),
    "for the next": (
        job("import numpy as np\nimport os\nprint(np.array([1 / 3]), 'A' in os.environ, os.listdir())"),
        lambda ran: ran["stdout"] == "[0.33333333] False []\n",
    ),
    "an error says where": (
        job("x = 1\n\nx / 0\n", name="chapter/script"),
        lambda ran: (
            (ran["error"]["type"], ran["error"]["line"]) == ("ZeroDivisionError", 3)
            and ran["error"]["text"].startswith(
                f'{TRACEBACK}snippets/chapter/script.py", line 3, in <module>\n'
            )
            and ran["error"]["text"].endswith("ZeroDivisionError: division by zero\n")
        ),
    ),
    "so does one of syntax": (
        job("x = 1\ny = (\n"),
        lambda ran: (ran["error"]["type"], ran["error"]["line"]) == ("SyntaxError", 2),
    ),
    "an earlier part is named as such": (
        job("f()", "def f():\n    return 1 / 0\n"),
        lambda ran: (
            'File "try.py (above)", line 2, in f' in ran["error"]["text"] and ran["error"]["line"] == 1
        ),
    ),
    "an earlier part prints to nobody": (
        job("print(x)", "x = 2\nprint('before')"),
        lambda ran: ran["stdout"] == "2\n",
    ),
    "a flood is cut": (
        job("while True:\n    print('x' * 1000)"),
        lambda ran: ran["cut"] and len(ran["stdout"]) <= 1 << 20,
    ),
    "an end is no error": (job("import sys\nsys.exit()"), lambda ran: ran["error"] is None),
    "an end with words is": (
        job("import sys\nsys.exit('no')"),
        lambda ran: ran["error"]["type"] == "SystemExit" and ran["error"]["text"] == "no\n",
    ),
    "nobody answers": (job("input()"), lambda ran: ran["error"]["type"] == "EOFError"),
    "what is registered for the end is called": (
        job("import atexit\natexit.register(print, 'end')"),
        lambda ran: ran["stdout"] == "end\n",
    ),
    "training says what it needs": (
        job(f"{MODEL}model.compile('sgd', 'mse')\nmodel.fit(np.ones((2, 2)), np.ones(2))"),
        lambda ran: ran["error"]["message"] == "fit not implemented for NumPy backend.",
    ),
    "predicting works without threads": (
        job(f"{MODEL}print(model.predict(np.ones((2, 2)), verbose=0).shape)"),
        lambda ran: ran["stdout"] == "(2, 3)\n",
    ),
    "an expression is evaluated among the names": (
        job("x = [25_120, 330]", expression="sum(x)"),
        lambda ran: ran["value"] == {"value": "25450", "error": None},
    ),
    "one that cannot be says why": (
        job("x = 1", expression="y"),
        lambda ran: ran["value"]["error"].startswith("NameError: name 'y' is not defined"),
    ),
}


def test_a_run_is_as_in_a_python_of_its_own(in_page: Callable[[list[Job]], list[dict[str, Any]]]) -> None:
    ran = in_page([one for one, _ in CASES.values()])
    wrong = [
        (name, found)
        for (name, (_, holds)), found in zip(CASES.items(), ran, strict=True)
        if not holds(found)
    ]
    assert wrong == []


def test_what_is_packed_says_what_it_is(packed: Path) -> None:
    known = pack.known(packed)
    assert (known["python"], known["keras"], known["info"]["abi_version"]) == ("3.12.7", "3.15.1", "2024_0")
    assert sum(file["bytes"] for file in known["files"].values()) < 11_000_000
    for file in known["files"].values():
        assert (packed / file["path"]).stat().st_size == file["bytes"]
    licences = (packed / "LICENSES.txt").read_text(encoding="utf-8")
    for words in (
        "Mozilla Public License",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "NumPy Developers",
        "Apache License",
    ):
        assert words in licences


def test_the_packed_file_is_its_index_and_the_files(packed: Path) -> None:
    whole = gzip.decompress((packed / pack.known(packed)["files"]["packed"]["path"]).read_bytes())
    (length,) = struct.unpack("<I", whole[:4])
    index = json.loads(whole[4 : 4 + length])
    assert 4 + length + sum(size for _, size in index.values()) == len(whole)
    at, _ = index["std.zip"]
    assert whole[4 + length + at :][:2] == b"PK"
    others = [name for name in index if name != "std.zip"]
    assert all(name.startswith("/lib/python3.12/site-packages/") for name in others)
    assert not [name for name in others if name.endswith(".py") or "/tests/" in name]


def test_the_same_pieces_make_the_same_bytes(core: Path) -> None:
    sources = {name: data for name, data in pieces.files(core) if "/rich/" in name or "/page." in name}
    assert pack.together(pack.compiled(core, sources)) == pack.together(pack.compiled(core, sources))


def command(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "proof.site.live.pack", "--root", str(root), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **variables},
    )


def test_where_it_cannot_be_had_one_line_says_so(tmp_path: Path) -> None:
    file = tmp_path / "pyodide.asm.js"
    said = f"{file} is not that of pyodide@0.27.7; PYODIDE names the folder of its package\n"
    done = command(tmp_path, PYODIDE=str(tmp_path))
    assert (done.returncode, done.stderr.splitlines()[-1] + "\n") == (3, said)
    done = command(tmp_path, "--if-possible", PYODIDE=str(tmp_path))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        0,
        f"The site has no Run buttons: {said.strip()}",
    )
    assert not (tmp_path / ".cache/live").exists()


def test_a_folder_in_which_one_file_is_another_is_refused(core: Path, tmp_path: Path) -> None:
    for line in (pieces.LIVE / "pyodide.sha256").read_text(encoding="utf-8").splitlines():
        shutil.copy(core / line.split()[1], tmp_path)
    with (tmp_path / "pyodide.js").open("a", encoding="utf-8") as file:
        file.write(" ")
    done = command(tmp_path, PYODIDE=str(tmp_path))
    assert done.returncode == 3
    assert f"{tmp_path / 'pyodide.js'} is not that of" in done.stderr


def test_what_is_not_whole_or_of_other_pieces_is_not_used(packed: Path, tmp_path: Path) -> None:
    place = tmp_path / pack.PACKED
    assert pack.packed(tmp_path) is None
    shutil.copytree(packed, place)
    assert pack.packed(tmp_path) == place
    manifest = json.loads((place / pack.MANIFEST).read_text(encoding="utf-8"))
    (place / pack.MANIFEST).write_text(json.dumps({**manifest, "of": "others"}), encoding="utf-8")
    assert pack.packed(tmp_path) is None
    (place / pack.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    (place / manifest["files"]["wasm"]["path"]).unlink()
    assert pack.packed(tmp_path) is None


def test_parts_of_a_script_are_all_of_it(judge: Judge) -> None:
    checked = 0
    for page in BOOK.pages.values():
        for script in resolve(BOOK, judge.runs, page).scripts.values():
            if buttons.may_run(script.snippet, judge.runs):
                document = json.loads(
                    runnable(judge.judged(page)).get(f"live/snippets/{script.snippet.path[9:-3]}.json", "{}")
                )
                if not document:
                    continue
                checked += 1
                lines = [line for part in document["sections"] for line in part["code"].splitlines() if line]
                assert lines == [line for line in document["code"].splitlines() if line]
    assert checked > 100
